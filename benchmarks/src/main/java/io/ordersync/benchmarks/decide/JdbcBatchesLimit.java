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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The limit: the statements of the listener's transaction on one connection, from memory, without Kafka. */
record JdbcBatchesLimit(String name, BenchmarkRun run, int products) implements Candidate {

    /** The largest batch of the listener. */
    private static final int BATCH = 1000;

    private static final String LOCK_PRODUCTS = """
            SELECT product_id, name, unit_price, stock FROM catalog
            WHERE product_id IN (%s) ORDER BY product_id FOR UPDATE""";

    private static final String LOCK_OUTCOMES = """
            SELECT order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at, updated_at
            FROM stock_reservation WHERE order_id IN (%s) ORDER BY order_id FOR UPDATE""";

    private static final String MOVE = """
            UPDATE JSON_TABLE(?, '$[*]' COLUMNS (
              id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[0]',
              pieces bigint PATH '$[1]')) moved STRAIGHT_JOIN catalog FORCE INDEX (PRIMARY)
              ON catalog.product_id = moved.id
            SET catalog.stock = catalog.stock + moved.pieces""";

    @Override
    public double measure() throws SQLException {
        List<OrderRecord> orders =
                new SampleOrders(products).list(run.workload().decide().backlog(), OrderStatus.CONFIRMED);
        run.servers().database().truncate("stock_reservation");
        try (Connection connection = run.servers().database().connect("catalog_service")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            for (int from = 0; from < orders.size(); from += BATCH) {
                decide(connection, orders.subList(from, Math.min(from + BATCH, orders.size())));
            }
            return orders.size() * 1e9 / (System.nanoTime() - begin);
        }
    }

    private static void decide(Connection connection, List<OrderRecord> batch) throws SQLException {
        Map<String, Integer> moved = new TreeMap<>();
        batch.forEach(order -> moved.merge(order.productId(), -order.qty(), Integer::sum));
        read(connection, LOCK_PRODUCTS, List.copyOf(moved.keySet()));
        read(connection, LOCK_OUTCOMES, batch.stream().map(OrderRecord::orderId).toList());
        move(connection, moved);
        OrderInserts.insertOutcomes(connection, batch);
        connection.commit();
    }

    private static void read(Connection connection, String sql, List<?> ids) throws SQLException {
        String marks = Stream.generate(() -> "?").limit(ids.size()).collect(Collectors.joining(", "));
        try (PreparedStatement select = connection.prepareStatement(sql.formatted(marks))) {
            for (int index = 0; index < ids.size(); index++) {
                select.setObject(index + 1, ids.get(index));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rows.getString(1);
                }
            }
        }
    }

    private static void move(Connection connection, Map<String, Integer> moved) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(
                    1,
                    moved.entrySet().stream()
                            .map(each -> "[\"" + each.getKey() + "\"," + each.getValue() + "]")
                            .collect(Collectors.joining(",", "[", "]")));
            update.executeUpdate();
        }
    }
}
