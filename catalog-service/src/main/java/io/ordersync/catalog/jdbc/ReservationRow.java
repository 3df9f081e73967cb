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

/** A row of {@code stock_reservation}; its times are UTC, and passed as such without any zone of driver or session. */
final class ReservationRow {

    static final String INSERT = """
            INSERT INTO stock_reservation (order_id, user_id, product_id, qty, unit_price, total_price, status, reason,
            created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private ReservationRow() {}

    static void write(PreparedStatement insert, OrderRecord order) throws SQLException {
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
