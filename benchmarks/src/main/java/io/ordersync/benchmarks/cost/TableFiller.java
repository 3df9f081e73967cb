package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.data.OrderInserts;
import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Fills the two tables that grow with the orders with decided orders of the past. */
record TableFiller(BenchmarkDatabase database, int rows) {

    private static final int BATCH = 2000;

    void fill() throws SQLException {
        database.truncate("orders");
        database.truncate("stock_reservation");
        SampleOrders orders = new SampleOrders(1000);
        try (Connection sink = database.connect("orders_sink");
                Connection catalog = database.connect("catalog_service")) {
            sink.setAutoCommit(false);
            catalog.setAutoCommit(false);
            for (int from = 0; from < rows; from += BATCH) {
                List<OrderRecord> batch = IntStream.range(from, Math.min(from + BATCH, rows))
                        .mapToObj(number -> orders.createPast(number, OrderStatus.CONFIRMED))
                        .toList();
                OrderInserts.upsert(sink, batch);
                OrderInserts.insertOutcomes(catalog, batch);
                catalog.commit();
            }
        }
        database.flush("orders", "stock_reservation");
    }
}
