package io.ordersync.catalog.jdbc;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.ProductNotFound;
import io.ordersync.catalog.ProductStore;
import io.ordersync.catalog.Products;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Component
@RequiredArgsConstructor
class JdbcProductStore implements ProductStore {

    /** One statement, so that two which make the same product do not meet between a question and an answer. */
    private static final String PUT = """
            INSERT INTO catalog (product_id, name, unit_price, stock) VALUES (:id, :name, :unitPrice, :stock)
            ON DUPLICATE KEY UPDATE name = VALUES(name), unit_price = VALUES(unit_price)""";

    private static final int INSERTED = 1;

    private final JdbcClient jdbc;
    private final Products products;

    /** MariaDB counts 1 row for a new one, 2 for a changed one, 0 for the same; see {@code useAffectedRows}. */
    @Override
    public boolean put(Product product) {
        return jdbc.sql(PUT).paramSource(product).update() == INSERTED;
    }

    /** The row stays locked until its stock is read, so what is returned is the stock after these pieces. */
    @Override
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Product restock(String id, int qty) {
        jdbc.sql("UPDATE catalog SET stock = stock + :qty WHERE product_id = :id")
                .param("qty", qty)
                .param("id", id)
                .update();
        return products.find(id).orElseThrow(() -> ProductNotFound.of(id));
    }
}
