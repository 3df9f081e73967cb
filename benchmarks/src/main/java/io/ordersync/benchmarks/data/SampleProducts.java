package io.ordersync.benchmarks.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The products that {@link SampleOrders} order. */
public record SampleProducts(BenchmarkDatabase database) {

    /** The stock of a product: more than any run sells. */
    private static final long STOCK = 1_000_000_000_000L;

    /** Creates the products, or refills their stock. */
    public void restock(int products) throws SQLException {
        try (Connection connection = database.connectAsRoot();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO catalog (product_id, name, unit_price, stock) VALUES (?, ?, ?, ?)"
                                + " ON DUPLICATE KEY UPDATE stock = VALUES(stock)")) {
            for (int number = 0; number < products; number++) {
                insert.setString(1, SampleOrders.product(number));
                insert.setString(2, "Product " + number);
                insert.setInt(3, SampleOrders.UNIT_PRICE);
                insert.setLong(4, STOCK);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
