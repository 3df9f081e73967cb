package io.ordersync.marketing.jdbc;

import io.ordersync.marketing.DailySales;
import io.ordersync.marketing.Period;
import io.ordersync.marketing.Sales;
import io.ordersync.marketing.SalesPosition;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JdbcSales implements Sales {

    private static final RowMapper<DailySales> ROW = (row, n) -> new DailySales(
            row.getObject("day", LocalDate.class),
            row.getString("product_id"),
            row.getLong("orders"),
            row.getLong("quantity"),
            row.getLong("revenue"));

    private final JdbcClient jdbc;

    /** Reads indexes only: the index on status and the index on product and status contain all of these columns. */
    @Override
    public List<DailySales> daily(Period period, @Nullable String productId, int limit, @Nullable SalesPosition after) {
        WhereClause where = new WhereClause()
                .add("status = :status", "status", "CONFIRMED")
                .add("created_at >= :from", "from", period.from().atStartOfDay())
                .add("created_at < :end", "end", period.to().plusDays(1).atStartOfDay());
        if (productId != null) {
            where.add("product_id = :product", "product", productId);
        }
        if (after != null) {
            where.add(
                            "created_at < :afterEnd",
                            "afterEnd",
                            after.day().plusDays(1).atStartOfDay())
                    .add(
                            "(created_at < :afterDay OR product_id > :afterProduct)",
                            "afterDay",
                            after.day().atStartOfDay())
                    .with("afterProduct", after.productId());
        }
        return jdbc.sql("SELECT DATE(created_at) AS day, product_id, COUNT(*) AS orders, SUM(qty) AS quantity,"
                        + " SUM(total_price) AS revenue FROM SYNC_ORDER_TABLE" + where.sql()
                        + " GROUP BY day, product_id ORDER BY day DESC, product_id LIMIT " + limit)
                .params(where.parameters())
                .query(ROW)
                .list();
    }
}
