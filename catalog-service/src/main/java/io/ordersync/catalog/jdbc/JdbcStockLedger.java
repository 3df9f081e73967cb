package io.ordersync.catalog.jdbc;

import static java.util.stream.Collectors.toMap;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.stock.LedgerEntry;
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

    private static final String LOCK_PRODUCTS = """
            SELECT product_id, name, unit_price, stock FROM catalog
            WHERE product_id IN (:ids) ORDER BY product_id FOR UPDATE""";

    private static final String MOVE = "UPDATE catalog SET stock = stock + ? WHERE product_id = ?";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;

    @Override
    public Map<String, Product> lockProducts(Collection<String> productIds) {
        return client.sql(LOCK_PRODUCTS).param("ids", productIds).query(JdbcProducts.PRODUCT).stream()
                .collect(toMap(Product::id, Function.identity()));
    }

    @Override
    public Map<UUID, OrderRecord> lockOutcomes(Collection<UUID> orderIds) {
        return client.sql(ReservationRow.LOCK).param("ids", orderIds).query(ReservationRow::read).stream()
                .collect(toMap(OrderRecord::orderId, Function.identity()));
    }

    @Override
    public void write(LedgerEntry entry) {
        jdbc.batchUpdate(MOVE, entry.moved().entrySet(), entry.moved().size(), (move, product) -> {
            move.setLong(1, product.getValue());
            move.setString(2, product.getKey());
        });
        jdbc.batchUpdate(ReservationRow.INSERT, entry.added(), entry.added().size(), ReservationRow::insert);
        jdbc.batchUpdate(ReservationRow.UPDATE, entry.changed(), entry.changed().size(), ReservationRow::update);
    }
}
