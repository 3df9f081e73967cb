package io.ordersync.catalog;

/**
 * A product as it was written.
 *
 * @param isNew whether the product was created; otherwise it existed before
 */
public record SavedProduct(Product product, boolean isNew) {}
