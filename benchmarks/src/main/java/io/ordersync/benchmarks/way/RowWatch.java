package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.benchmarks.servers.Database;
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
 * Sees rows become final: one thread asks for all that are outstanding, by primary key, every millisecond. So a time is
 * up to a millisecond and one query too long.
 */
final class RowWatch implements AutoCloseable {

    private static final long PAUSE_NANOS = 1_000_000;

    private final Map<UUID, Long> outstanding = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final Connection connection;
    private final Thread thread = new Thread(this::watch, "row-watch");
    private volatile boolean closed;
    private volatile SQLException failure;

    RowWatch(Database database) throws SQLException {
        this.connection = database.connect("order_service");
        thread.start();
    }

    /** @param since when its time began, in {@link System#nanoTime()} */
    void expect(UUID order, long since) {
        outstanding.put(order, since);
    }

    Latencies latencies() {
        return latencies;
    }

    /** Returns when so many rows have been seen. */
    void await(int rows) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (latencies.count() < rows) {
            if (failure != null) {
                throw failure;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d of %d rows are final".formatted(latencies.count(), rows));
            }
            Thread.sleep(20);
        }
    }

    private void watch() {
        try {
            while (!closed) {
                look(List.copyOf(outstanding.keySet()));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    private void look(List<UUID> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        String marks = orders.stream().map(order -> "?").collect(Collectors.joining(","));
        String query = "SELECT order_id FROM orders WHERE order_id IN (" + marks + ") AND status = 'CONFIRMED'";
        try (PreparedStatement select = connection.prepareStatement(query)) {
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
    public void close() throws SQLException {
        closed = true;
        Ended.join(thread);
        connection.close();
    }
}
