package io.ordersync.benchmarks.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;

import io.ordersync.contract.OrderRecord;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes many rows into {@code orders} through a temporary table: the fastest guarded way that plain JDBC has. */
public final class StagedOrders {

    private static final String CREATE = """
            CREATE TEMPORARY TABLE staged (c0 VARCHAR(36), c1 VARCHAR(64), c2 VARCHAR(64), c3 INT, c4 INT, c5 INT,
            c6 VARCHAR(16), c7 VARCHAR(64), c8 VARCHAR(30), c9 VARCHAR(30), c10 INT) ENGINE=MEMORY""";

    private static final String LOAD = "LOAD DATA LOCAL INFILE 'rows' INTO TABLE staged CHARACTER SET utf8mb4";

    private static final String INSERT = OrderInserts.INSERT
            + " SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10 FROM staged" + OrderInserts.GUARDED_UPDATE;

    private StagedOrders() {}

    /** Creates the temporary table of a connection. */
    public static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        connection.commit();
    }

    /** Writes into {@code orders} in one transaction. */
    public static void upsert(Connection connection, List<OrderRecord> orders) throws SQLException {
        StringBuilder rows = new StringBuilder();
        orders.forEach(order -> append(order, rows));
        try (Statement statement = connection.createStatement()) {
            statement
                    .unwrap(org.mariadb.jdbc.Statement.class)
                    .setLocalInfileInputStream(
                            new ByteArrayInputStream(rows.toString().getBytes(UTF_8)));
            int loaded = statement.executeUpdate(LOAD);
            if (loaded != orders.size() || statement.getWarnings() != null) {
                throw new IllegalStateException("loaded %d rows: %s".formatted(loaded, statement.getWarnings()));
            }
            statement.execute(INSERT);
            statement.execute("DELETE FROM staged");
        }
        connection.commit();
    }

    /** No value of a sample order needs a backslash. */
    private static void append(OrderRecord order, StringBuilder rows) {
        append(order.orderId(), rows);
        append(order.userId(), rows);
        append(order.productId(), rows);
        append(order.qty(), rows);
        append(order.unitPrice(), rows);
        append(order.totalPrice(), rows);
        append(order.status(), rows);
        append(order.reason(), rows);
        append(LocalDateTime.ofInstant(order.createdAt(), UTC), rows);
        append(LocalDateTime.ofInstant(order.updatedAt(), UTC), rows);
        rows.append(order.status().revision()).append('\n');
    }

    private static void append(@Nullable Object value, StringBuilder rows) {
        rows.append(value == null ? "\\N" : value).append('\t');
    }
}
