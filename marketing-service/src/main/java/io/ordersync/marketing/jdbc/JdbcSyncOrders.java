package io.ordersync.marketing.jdbc;

import io.ordersync.marketing.OrderFilter;
import io.ordersync.marketing.OrderPosition;
import io.ordersync.marketing.SyncOrder;
import io.ordersync.marketing.SyncOrders;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JdbcSyncOrders implements SyncOrders {

    private final JdbcClient jdbc;

    /** Each combination of conditions has an index that ends with the columns by which the page is sorted. */
    @Override
    public List<SyncOrder> newest(OrderFilter filter, int limit, @Nullable OrderPosition after) {
        WhereClause where = new WhereClause();
        if (filter.productId() != null) {
            where.add("product_id = :product", "product", filter.productId());
        }
        if (filter.status() != null) {
            where.add("status = :status", "status", filter.status());
        }
        if (after != null) {
            where.add("created_at <= :at", "at", LocalDateTime.ofInstant(after.createdAt(), ZoneOffset.UTC))
                    .add(
                            "(created_at < :at OR order_id < :id)",
                            "id",
                            after.orderId().toString());
        }
        return jdbc.sql(
                        "SELECT order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at,"
                                + " updated_at FROM SYNC_ORDER_TABLE" + where.sql()
                                + " ORDER BY created_at DESC, order_id DESC LIMIT " + limit)
                .params(where.parameters())
                .query((row, n) -> order(row))
                .list();
    }

    private static SyncOrder order(ResultSet row) throws SQLException {
        return new SyncOrder(
                row.getObject("order_id", UUID.class),
                row.getString("user_id"),
                row.getString("product_id"),
                row.getInt("qty"),
                row.getInt("unit_price"),
                row.getInt("total_price"),
                row.getString("status"),
                row.getString("reason"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("updated_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }
}
