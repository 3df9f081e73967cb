package io.ordersync.system.chaos;

import static java.util.stream.Collectors.joining;

import io.ordersync.stack.server.MariaDb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long accepted orders have no row. It asks the database directly, past the proxy. While the database does not
 * answer, the orders that had no row before count as orders without a row.
 */
final class ViewLag implements AutoCloseable {

    private static final Logger LOG = System.getLogger(ViewLag.class.getName());
    private static final int INTERVAL_MILLIS = 500;
    private static final int AT_ONCE = 500;

    private final String url;
    private final String password;
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Instant> withoutRow = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile Duration longest = Duration.ZERO;

    ViewLag(MariaDb mariaDb) {
        url = mariaDb.directJdbcUrl() + "&connectTimeout=1000&socketTimeout=2000";
        password = mariaDb.password("migrator");
        thread.scheduleWithFixedDelay(this::measure, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void expect(UUID acceptedOrder) {
        accepted.add(acceptedOrder);
        withoutRow.put(acceptedOrder, Instant.now());
    }

    /** Expects the rows of all orders again, because the table was restored. */
    void expectAll() {
        Instant now = Instant.now();
        accepted.forEach(order -> withoutRow.put(order, now));
    }

    /** Returns the longest time that an order had no row since the last call. */
    Duration takeLongest() {
        Duration taken = longest;
        longest = Duration.ZERO;
        return taken;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void measure() {
        try (Connection connection = DriverManager.getConnection(url, "migrator", password)) {
            List<UUID> orders = new ArrayList<>(withoutRow.keySet());
            for (int from = 0; from < orders.size(); from += AT_ONCE) {
                removeRows(connection, orders.subList(from, Math.min(from + AT_ONCE, orders.size())));
            }
        } catch (SQLException away) {
            LOG.log(Level.DEBUG, "The database does not answer", away);
        }
        Instant now = Instant.now();
        withoutRow.values().stream()
                .map(accepted -> Duration.between(accepted, now))
                .filter(age -> age.compareTo(longest) > 0)
                .max(Duration::compareTo)
                .ifPresent(age -> longest = age);
    }

    private void removeRows(Connection connection, List<UUID> orders) throws SQLException {
        String ids = orders.stream().map("'%s'"::formatted).collect(joining(", "));
        try (var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT order_id FROM orders WHERE order_id IN (" + ids + ")")) {
            while (rows.next()) {
                withoutRow.remove(rows.getObject(1, UUID.class));
            }
        }
    }
}
