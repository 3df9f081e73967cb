package io.ordersync.benchmarks.endtoend;

import io.ordersync.benchmarks.data.BenchmarkDatabase;
import io.ordersync.benchmarks.measure.Latencies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Measures when rows become CONFIRMED. One thread queries all outstanding rows by primary key every millisecond, so a
 * latency is too long by at most a millisecond and one query.
 */
final class RowWatcher implements AutoCloseable {

    private static final long POLL_NANOS = 1_000_000;
    private static final long TIMEOUT_NANOS = 60_000_000_000L;

    private final Map<UUID, Long> outstanding = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final Connection connection;
    private final Thread thread = new Thread(this::watch, "row-watcher");
    private volatile boolean closed;
    private volatile SQLException failure;

    RowWatcher(BenchmarkDatabase database) throws SQLException {
        this.connection = database.connect("order_service");
        thread.start();
    }

    /** @param since the time from which the latency counts, in {@link System#nanoTime()} */
    void expect(UUID order, long since) {
        outstanding.put(order, since);
    }

    Latencies latencies() {
        return latencies;
    }

    /** Returns when this number of rows is CONFIRMED. */
    void await(int rows) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (latencies.count() < rows) {
            if (failure != null) {
                throw failure;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only %d of %d rows were CONFIRMED within a minute".formatted(latencies.count(), rows));
            }
            Thread.sleep(20);
        }
    }

    private void watch() {
        try {
            while (!closed) {
                query(List.copyOf(outstanding.keySet()));
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void query(List<UUID> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        String marks = orders.stream().map(order -> "?").collect(Collectors.joining(","));
        String sql = "SELECT order_id FROM orders WHERE order_id IN (" + marks + ") AND status = 'CONFIRMED'";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int index = 0; index < orders.size(); index++) {
                select.setObject(index + 1, orders.get(index));
            }
            try (ResultSet rows = select.executeQuery()) {
                long now = System.nanoTime();
                while (rows.next()) {
                    latencies.add(now - outstanding.remove(rows.getObject(1, UUID.class)));
                }
            }
        }
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        closed = true;
        thread.join();
        connection.close();
    }
}
