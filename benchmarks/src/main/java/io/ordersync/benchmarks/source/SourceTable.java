package io.ordersync.benchmarks.source;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The table that is read: numbered rows of usual types. */
record SourceTable(BenchmarkDatabase database) {

    static final String NAME = "benchmark_source";

    private static final String CREATE = """
            CREATE OR REPLACE TABLE %s (id BIGINT AUTO_INCREMENT PRIMARY KEY, user_id VARCHAR(64) NOT NULL,
            product_id VARCHAR(64) NOT NULL, qty INT NOT NULL, total_price INT NOT NULL, note VARCHAR(200),
            created_at DATETIME(3) NOT NULL, sent_nanos BIGINT NOT NULL)""".formatted(NAME);

    private static final String COLUMNS = "(user_id, product_id, qty, total_price, note, created_at, sent_nanos)";

    void create() throws SQLException {
        database.execute(CREATE);
    }

    void drop() throws SQLException {
        database.execute("DROP TABLE IF EXISTS " + NAME);
    }

    void fill(int rows) throws SQLException {
        database.execute("""
                INSERT INTO %s %s SELECT CONCAT('user-', seq %% 10000), CONCAT('product-', seq %% 1000), 1, 1000,
                CONCAT('note of row ', seq), NOW(3), 0 FROM seq_1_to_%d""".formatted(NAME, COLUMNS, rows));
    }

    /** A statement that inserts one row; see {@link #insert}. */
    static PreparedStatement prepareInsert(Connection connection) throws SQLException {
        return connection.prepareStatement(
                "INSERT INTO %s %s VALUES (?, 'product-1', 1, 1000, 'note', NOW(3), ?)".formatted(NAME, COLUMNS));
    }

    /** @param sentNanos the time from which the latency counts, in {@link System#nanoTime()} */
    static void insert(PreparedStatement statement, int number, long sentNanos) throws SQLException {
        statement.setString(1, "user-" + number);
        statement.setLong(2, sentNanos);
        statement.executeUpdate();
    }
}
