package io.ordersync.benchmarks.servers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * How fast rows come in, from the first to the last, so that no start is measured. They are not counted in their table,
 * which would cost as much as the work that is measured: the server itself counts what its storage engines are handed.
 */
public final class RowMeter implements AutoCloseable {

    private static final long PAUSE_MILLIS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Connection connection;
    private final Statement statement;
    private final long before;

    /** Counts from now on; nobody else may write meanwhile. */
    public RowMeter(Database database) throws SQLException {
        this.connection = database.connectAsRoot();
        this.statement = connection.createStatement();
        this.before = written();
    }

    /**
     * Waits for the rows.
     *
     * @return rows per second
     * @throws IllegalStateException if they do not come
     */
    public double await(long rows) throws SQLException, InterruptedException {
        long first = awaitMoreThan(0);
        long begin = System.nanoTime();
        long last = awaitMoreThan(rows - 1);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return last > first ? (last - first) / seconds : rows / Math.max(seconds, PAUSE_MILLIS / 1e3);
    }

    private long awaitMoreThan(long rows) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long now = written() - before;
        while (now <= rows) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only %d of more than %d rows came in".formatted(now, rows));
            }
            Thread.sleep(PAUSE_MILLIS);
            now = written() - before;
        }
        return now;
    }

    private long written() throws SQLException {
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
