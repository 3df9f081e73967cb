package io.ordersync.catalog.jdbc;

import static java.util.stream.Collectors.toMap;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.stock.LedgerEntry;
import io.ordersync.catalog.stock.StockLedger;
import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.JdbcUpdateAffectedIncorrectNumberOfRowsException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
@RequiredArgsConstructor
class JdbcStockLedger implements StockLedger {

    private static final String LOCK_PRODUCTS = """
            SELECT product_id, name, unit_price, stock FROM catalog
            WHERE product_id IN (:ids) ORDER BY product_id FOR UPDATE""";

    /**
     * One statement for all products of a batch takes a third of the time of one statement per product. The hints make
     * the server use the primary key; it would scan a small catalog, and lock or wait for each product in it.
     */
    private static final String MOVE = """
            UPDATE JSON_TABLE(:moved, '$[*]' COLUMNS (
              id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[0]',
              pieces bigint PATH '$[1]')) moved STRAIGHT_JOIN catalog FORCE INDEX (PRIMARY)
              ON catalog.product_id = moved.id
            SET catalog.stock = catalog.stock + moved.pieces""";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

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
        move(entry.moved());
        jdbc.batchUpdate(ReservationRow.INSERT, entry.added(), entry.added().size(), ReservationRow::insert);
        jdbc.batchUpdate(ReservationRow.UPDATE, entry.changed(), entry.changed().size(), ReservationRow::update);
    }

    /** @throws JdbcUpdateAffectedIncorrectNumberOfRowsException if a product is missing, although it is locked */
    private void move(Map<String, Long> moved) {
        List<List<?>> pieces = moved.entrySet().stream()
                .filter(product -> product.getValue() != 0)
                .<List<?>>map(product -> List.of(product.getKey(), product.getValue()))
                .toList();
        int changed = pieces.isEmpty()
                ? 0
                : client.sql(MOVE)
                        .param("moved", json.writeValueAsString(pieces))
                        .update();
        if (changed != pieces.size()) {
            throw new JdbcUpdateAffectedIncorrectNumberOfRowsException(MOVE, pieces.size(), changed);
        }
    }
}
