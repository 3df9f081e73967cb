package io.ordersync.catalog.jdbc;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.ProductNotFound;
import io.ordersync.catalog.Products;
import io.ordersync.catalog.SavedProduct;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes and reads a product in one transaction: the row stays locked in between, so the answer shows no change of
 * another request. {@code INSERT … RETURNING} would do in one statement, but does not tell whether the row is new.
 */
@Component
@RequiredArgsConstructor
class JdbcProducts implements Products {

    static final RowMapper<Product> PRODUCT = (row, n) -> new Product(
            row.getString("product_id"), row.getString("name"), row.getInt("unit_price"), row.getLong("stock"));

    private static final String SELECT = "SELECT product_id, name, unit_price, stock FROM catalog ";

    /** One statement, so that two requests can create the same product at the same time. */
    private static final String SAVE = """
            INSERT INTO catalog (product_id, name, unit_price, stock) VALUES (:id, :name, :unitPrice, :stock)
            ON DUPLICATE KEY UPDATE name = VALUES(name), unit_price = VALUES(unit_price)""";

    /** MariaDB counts 1 for a new row, 2 for a changed row and 0 for an unchanged row; see {@code useAffectedRows}. */
    private static final int INSERTED = 1;

    private final JdbcClient jdbc;

    @Override
    public List<Product> all() {
        return jdbc.sql(SELECT + "ORDER BY product_id").query(PRODUCT).list();
    }

    @Override
    public Optional<Product> find(String id) {
        return jdbc.sql(SELECT + "WHERE product_id = :id")
                .param("id", id)
                .query(PRODUCT)
                .optional();
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public SavedProduct save(Product product) {
        boolean isNew = jdbc.sql(SAVE).paramSource(product).update() == INSERTED;
        return new SavedProduct(get(product.id()), isNew);
    }

    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Product restock(String id, int qty) {
        jdbc.sql("UPDATE catalog SET stock = stock + :qty WHERE product_id = :id")
                .param("qty", qty)
                .param("id", id)
                .update();
        return get(id);
    }

    private Product get(String id) {
        return find(id).orElseThrow(() -> ProductNotFound.of(id));
    }
}
