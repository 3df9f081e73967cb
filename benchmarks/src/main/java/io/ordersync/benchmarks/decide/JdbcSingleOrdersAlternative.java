package io.ordersync.benchmarks.decide;

import io.ordersync.benchmarks.data.OrderInserts;
import io.ordersync.benchmarks.data.SampleOrders;
import io.ordersync.benchmarks.measure.Candidate;
import io.ordersync.benchmarks.stage.BenchmarkRun;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * The alternative: one transaction per order, with the statements that Hibernate sends for "find the reservation, find the
 * product for update, subtract, save both". It is faster than a real one, since it takes no time of Hibernate and Kafka.
 */
record JdbcSingleOrdersAlternative(String name, BenchmarkRun run, int products) implements Candidate {

    private static final String FIND_OUTCOME = """
            SELECT order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at, updated_at
            FROM stock_reservation WHERE order_id = ?""";

    private static final String FIND_PRODUCT =
            "SELECT product_id, name, stock, unit_price FROM catalog WHERE product_id = ? FOR UPDATE";

    private static final String SAVE_PRODUCT =
            "UPDATE catalog SET name = ?, stock = ?, unit_price = ? WHERE product_id = ?";

    @Override
    public double measure() throws SQLException {
        List<OrderRecord> orders =
                new SampleOrders(products).list(run.workload().decide().singleOrders(), OrderStatus.CONFIRMED);
        run.servers().database().truncate("stock_reservation");
        try (Connection connection = run.servers().database().connect("catalog_service");
                PreparedStatement outcome = connection.prepareStatement(FIND_OUTCOME);
                PreparedStatement product = connection.prepareStatement(FIND_PRODUCT);
                PreparedStatement save = connection.prepareStatement(SAVE_PRODUCT)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (OrderRecord order : orders) {
                outcome.setObject(1, order.orderId());
                outcome.executeQuery().close();
                product.setString(1, order.productId());
                subtract(product, save, order);
                OrderInserts.insertOutcomes(connection, List.of(order));
                connection.commit();
            }
            return orders.size() * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void subtract(PreparedStatement find, PreparedStatement save, OrderRecord order)
            throws SQLException {
        try (ResultSet product = find.executeQuery()) {
            product.next();
            save.setString(1, product.getString("name"));
            save.setLong(2, product.getLong("stock") - order.qty());
            save.setInt(3, product.getInt("unit_price"));
            save.setString(4, order.productId());
        }
        save.executeUpdate();
    }
}
