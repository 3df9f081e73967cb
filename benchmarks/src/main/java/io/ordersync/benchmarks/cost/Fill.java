package io.ordersync.benchmarks.cost;

import io.ordersync.benchmarks.servers.Database;
import io.ordersync.benchmarks.servers.OrderRows;
import io.ordersync.benchmarks.servers.SampleOrders;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Puts decided orders of the past into both tables that grow with the orders, and nothing else. */
record Fill(Database database, int rows) {

    private static final int BATCH = 2000;

    void run() throws SQLException {
        database.empty("orders");
        database.empty("stock_reservation");
        SampleOrders orders = new SampleOrders(1000);
        try (Connection sink = database.connect("orders_sink");
                Connection catalog = database.connect("catalog_service")) {
            sink.setAutoCommit(false);
            catalog.setAutoCommit(false);
            for (int from = 0; from < rows; from += BATCH) {
                List<OrderRecord> batch = IntStream.range(from, Math.min(from + BATCH, rows))
                        .mapToObj(number -> orders.past(number, OrderStatus.CONFIRMED))
                        .toList();
                OrderRows.upsert(sink, batch, 0);
                OrderRows.insertOutcomes(catalog, batch);
                catalog.commit();
            }
        }
        database.writeOut("orders", "stock_reservation");
    }
}
