package io.ordersync.benchmarks.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Measures the rate at which rows are written, from the first row to the last, so that no start-up counts. It reads a
 * counter of the server. Counting the rows of the table would cost as much as the measured work.
 */
public final class RowRateMeter implements AutoCloseable {

    private static final long POLL_MILLIS = 10;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Connection connection;
    private final Statement statement;
    private final long before;

    /** Starts counting. No other client may write meanwhile. */
    public RowRateMeter(BenchmarkDatabase database) throws SQLException {
        this.connection = database.connectAsRoot();
        this.statement = connection.createStatement();
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
        try (ResultSet status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_write'")) {
            status.next();
            return status.getLong(2);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
