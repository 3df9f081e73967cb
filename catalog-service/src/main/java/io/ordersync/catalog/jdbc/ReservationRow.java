package io.ordersync.catalog.jdbc;

import static java.time.ZoneOffset.UTC;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/** Maps a row of {@code stock_reservation}. Times are UTC and do not depend on the time zone of driver or session. */
final class ReservationRow {

    private static final String COLUMNS =
            "order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at, updated_at";

    static final String INSERT =
            "INSERT INTO stock_reservation (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    static final String UPDATE =
            "UPDATE stock_reservation SET status = ?, reason = ?, updated_at = ? WHERE order_id = ?";

    static final String LOCK =
            "SELECT " + COLUMNS + " FROM stock_reservation WHERE order_id IN (:ids) ORDER BY order_id FOR UPDATE";

    private ReservationRow() {}

    static void insert(PreparedStatement insert, OrderRecord order) throws SQLException {
        insert.setObject(1, order.orderId());
        insert.setString(2, order.userId());
        insert.setString(3, order.productId());
        insert.setInt(4, order.qty());
        insert.setInt(5, order.unitPrice());
        insert.setInt(6, order.totalPrice());
        insert.setString(7, order.status().name());
        insert.setString(8, order.reason());
        insert.setObject(9, LocalDateTime.ofInstant(order.createdAt(), UTC));
        insert.setObject(10, LocalDateTime.ofInstant(order.updatedAt(), UTC));
    }

    /** Only the state of a decided order can change. */
    static void update(PreparedStatement update, OrderRecord order) throws SQLException {
        update.setString(1, order.status().name());
        update.setString(2, order.reason());
        update.setObject(3, LocalDateTime.ofInstant(order.updatedAt(), UTC));
        update.setObject(4, order.orderId());
    }

    static OrderRecord read(ResultSet row, int rowNumber) throws SQLException {
        return new OrderRecord(
                row.getObject("order_id", UUID.class),
                row.getString("user_id"),
                row.getString("product_id"),
                row.getInt("qty"),
                row.getInt("unit_price"),
                row.getInt("total_price"),
                OrderStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(UTC);
    }
}
