package io.ordersync.catalog.jdbc;

import static java.util.stream.Collectors.toMap;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.stock.StockLedger;
import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JdbcStockLedger implements StockLedger {

    private static final String LOCK = """
            SELECT product_id, name, unit_price, stock FROM catalog
            WHERE product_id IN (:ids) ORDER BY product_id FOR UPDATE""";

    private static final String OUTCOMES = """
            SELECT order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at, updated_at
            FROM stock_reservation WHERE order_id IN (:ids)""";

    private static final String TAKE = "UPDATE catalog SET stock = stock - ? WHERE product_id = ?";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    @Override
    public Map<String, Product> lock(Collection<String> productIds) {
        return client.sql(LOCK).param("ids", productIds).query(JdbcProducts.PRODUCT).stream()
                .collect(toMap(Product::id, Function.identity()));
    }

    @Override
    public Map<UUID, OrderRecord> outcomes(Collection<UUID> orderIds) {
        return client.sql(OUTCOMES).param("ids", orderIds).query(ReservationRow::read).stream()
                .collect(toMap(OrderRecord::orderId, Function.identity()));
    }

    @Override
    public void commit(Map<String, Integer> taken, Collection<OrderRecord> outcomes) {
        jdbc.batchUpdate(TAKE, taken.entrySet(), taken.size(), (update, product) -> {
            update.setInt(1, product.getValue());
            update.setString(2, product.getKey());
        });
        jdbc.batchUpdate(ReservationRow.INSERT, outcomes, outcomes.size(), ReservationRow::write);
    }
}
