package io.ordersync.catalog;

import java.util.List;
import java.util.Optional;

/** The products of the catalog. Orders and cancellations change their stock at the same time. */
public interface Products {

    /** Returns all products, sorted by id. */
    List<Product> all();

    Optional<Product> find(String id);

    /**
     * Creates the product, or changes name and price of the product that has this id. The stock of an existing product
     * stays as it is, so that no order, cancellation or restocking is lost.
     */
    SavedProduct save(Product product);

    /**
     * Adds pieces to the stock.
     *
     * @param qty at least 1
     * @return the product with the added pieces
     * @throws ProductNotFound if no product has this id
     */
    Product restock(String id, int qty);
}
