package io.ordersync.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.server.MariaDb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the shared database says, read past all services. */
public record Tables(MariaDb mariaDb) {

    void insertProduct(String id, int unitPrice, int stock) {
        update(
                "INSERT INTO catalog (product_id, name, unit_price, stock) VALUES (?, ?, ?, ?)",
                id,
                id,
                unitPrice,
                stock);
    }

    public int stockOf(String product) {
        return number("SELECT stock FROM catalog WHERE product_id = ?", product);
    }

    /** Pieces that the ledger holds as sold. */
    public int confirmedOf(String product) {
        return number(
                "SELECT coalesce(sum(qty), 0) FROM stock_reservation WHERE product_id = ? AND status = 'CONFIRMED'",
                product);
    }

    int reservationsOf(String product) {
        return number("SELECT count(*) FROM stock_reservation WHERE product_id = ?", product);
    }

    /** What the ledger holds of these orders. */
    Map<UUID, OrderStatus> ledgerOf(Collection<UUID> orders) {
        return statuses("SELECT order_id, status FROM stock_reservation", orders);
    }

    /** What the table {@code orders} shows of these orders. */
    public Map<UUID, OrderStatus> rowsOf(Collection<UUID> orders) {
        return statuses("SELECT order_id, status FROM orders", orders);
    }

    /** What a row of the table {@code orders} shows. */
    public record OrderRow(String userId, OrderStatus status) {}

    /** The whole table {@code orders}. */
    public Map<UUID, OrderRow> orders() {
        Map<UUID, OrderRow> orders = new HashMap<>();
        query(
                "SELECT order_id, user_id, status FROM orders",
                row -> orders.put(
                        row.getObject(1, UUID.class),
                        new OrderRow(row.getString(2), OrderStatus.valueOf(row.getString(3)))));
        return orders;
    }

    /** The whole ledger. */
    public Map<UUID, OrderStatus> ledger() {
        return statuses("SELECT order_id, status FROM stock_reservation");
    }

    private Map<UUID, OrderStatus> statuses(String sql, Collection<UUID> orders) {
        Map<UUID, OrderStatus> statuses = statuses(sql);
        statuses.keySet().retainAll(orders);
        return statuses;
    }

    private Map<UUID, OrderStatus> statuses(String sql) {
        Map<UUID, OrderStatus> statuses = new HashMap<>();
        query(sql, row -> statuses.put(row.getObject(1, UUID.class), OrderStatus.valueOf(row.getString(2))));
        return statuses;
    }

    /** Number of rows in {@code orders} by status, for one product. */
    Map<OrderStatus, Integer> rowsOf(String product) {
        Map<OrderStatus, Integer> rows = new HashMap<>();
        query(
                "SELECT status, count(*) FROM orders WHERE product_id = ? GROUP BY status",
                row -> {
                    rows.put(OrderStatus.valueOf(row.getString(1)), row.getInt(2));
                },
                product);
        return rows;
    }

    /** Number of rows whose state is not the ledger's. */
    int rowsThatDifferFromTheLedger() {
        return number("SELECT count(*) FROM orders LEFT JOIN stock_reservation USING (order_id) "
                + "WHERE NOT (orders.status <=> stock_reservation.status)");
    }

    void assertDecided(List<UUID> orders) {
        Map<UUID, OrderStatus> found = rowsOf(orders);
        List<UUID> open = new ArrayList<>(orders);
        open.removeIf(id -> found.containsKey(id) && found.get(id).isFinal());
        assertThat(open).as("orders that are no row with a final status").isEmpty();
    }

    private int number(String sql, Object... parameters) {
        int[] number = new int[1];
        query(sql, row -> number[0] = row.getInt(1), parameters);
        return number[0];
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = mariaDb.connect("migrator");
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void query(String sql, RowReader reader, Object... parameters) {
        try (Connection connection = mariaDb.connect("migrator");
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
