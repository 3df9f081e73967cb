package io.ordersync.benchmarks.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Measures the rate at which rows of a table are written, from the first row to the last, so that no start-up counts. It reads
 * the server's statistics of the table, which change with each statement. Counting the rows would cost as much as the
 * measured work.
 */
public final class RowRateMeter implements AutoCloseable {

    private static final long POLL_MILLIS = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Connection connection;
    private final Statement statement;
    private final String query;
    private final long before;

    /** Starts counting. No other client may write to the table meanwhile. */
    public RowRateMeter(BenchmarkDatabase database, String table) throws SQLException {
        this.connection = database.connectAsRoot();
        this.statement = connection.createStatement();
        this.query =
                "SELECT COALESCE(SUM(rows_changed), 0) FROM information_schema.table_statistics WHERE table_name = '"
                        + table + "'";
        statement.execute("SET GLOBAL userstat = ON");
        this.before = readCounter();
    }

    /**
     * Waits until all rows are written.
     *
     * @return rows per second
     * @throws IllegalStateException if fewer rows are written within three minutes
     */
    public double awaitRate(long rows) throws SQLException, InterruptedException {
        long first = awaitMoreThan(0);
        long begin = System.nanoTime();
        long last = awaitMoreThan(rows - 1);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return last > first ? (last - first) / seconds : rows / Math.max(seconds, POLL_MILLIS / 1e3);
    }

    private long awaitMoreThan(long rows) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long now = readCounter() - before;
        while (now <= rows) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only %d rows were written, and more than %d are expected".formatted(now, rows));
            }
            Thread.sleep(POLL_MILLIS);
            now = readCounter() - before;
        }
        return now;
    }

    private long readCounter() throws SQLException {
        try (ResultSet status = statement.executeQuery(query)) {
            status.next();
            return status.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
