package io.ordersync.catalog.jdbc;

import io.ordersync.catalog.Product;
import io.ordersync.catalog.Products;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JdbcProducts implements Products {

    static final RowMapper<Product> PRODUCT = (row, n) -> new Product(
            row.getString("product_id"), row.getString("name"), row.getInt("unit_price"), row.getLong("stock"));

    private final JdbcClient jdbc;

    @Override
    public List<Product> all() {
        return jdbc.sql("SELECT product_id, name, unit_price, stock FROM catalog ORDER BY product_id")
                .query(PRODUCT)
                .list();
    }

    @Override
    public Optional<Product> find(String id) {
        return jdbc.sql("SELECT product_id, name, unit_price, stock FROM catalog WHERE product_id = :id")
                .param("id", id)
                .query(PRODUCT)
                .optional();
    }
}
