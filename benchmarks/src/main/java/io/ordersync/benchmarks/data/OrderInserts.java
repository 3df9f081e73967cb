package io.ordersync.benchmarks.data;

import static java.time.ZoneOffset.UTC;

import io.ordersync.contract.OrderRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/** Writes many rows per statement into the two tables that grow with the orders, with plain JDBC. */
public final class OrderInserts {

    /** The sink's guard against older records. */
    static final String GUARDED_UPDATE = """
             ON DUPLICATE KEY UPDATE
            user_id = IF(VALUES(revision) < revision, user_id, VALUES(user_id)),
            product_id = IF(VALUES(revision) < revision, product_id, VALUES(product_id)),
            qty = IF(VALUES(revision) < revision, qty, VALUES(qty)),
            unit_price = IF(VALUES(revision) < revision, unit_price, VALUES(unit_price)),
            total_price = IF(VALUES(revision) < revision, total_price, VALUES(total_price)),
            status = IF(VALUES(revision) < revision, status, VALUES(status)),
            reason = IF(VALUES(revision) < revision, reason, VALUES(reason)),
            created_at = IF(VALUES(revision) < revision, created_at, VALUES(created_at)),
            updated_at = IF(VALUES(revision) < revision, updated_at, VALUES(updated_at)),
            revision = IF(VALUES(revision) < revision, revision, VALUES(revision))""";

    static final String INSERT = """
            INSERT INTO orders (order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at,
            updated_at, revision)""";

    private static final String UPSERT = INSERT + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)" + GUARDED_UPDATE;

    private static final String INSERT_OUTCOME = """
            INSERT INTO stock_reservation (order_id, user_id, product_id, qty, unit_price, total_price, status, reason,
            created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private OrderInserts() {}

    /** Writes into {@code orders} in one transaction. */
    public static void upsert(Connection connection, List<OrderRecord> orders) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (OrderRecord order : orders) {
                fill(upsert, order);
                upsert.setInt(11, order.status().revision());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        connection.commit();
    }

    /** Writes into {@code stock_reservation} as part of the caller's transaction. */
    public static void insertOutcomes(Connection connection, List<OrderRecord> orders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_OUTCOME)) {
            for (OrderRecord order : orders) {
                fill(insert, order);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement statement, OrderRecord order) throws SQLException {
        statement.setObject(1, order.orderId());
        statement.setString(2, order.userId());
        statement.setString(3, order.productId());
        statement.setInt(4, order.qty());
        statement.setInt(5, order.unitPrice());
        statement.setInt(6, order.totalPrice());
        statement.setString(7, order.status().name());
        statement.setString(8, order.reason());
        statement.setObject(9, LocalDateTime.ofInstant(order.createdAt(), UTC));
        statement.setObject(10, LocalDateTime.ofInstant(order.updatedAt(), UTC));
    }
}
