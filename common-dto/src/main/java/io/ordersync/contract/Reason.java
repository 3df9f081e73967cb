package io.ordersync.contract;

/**
 * Why an order was rejected: the reasons that catalog-service gives today. On the wire a reason is an open text, so a
 * reader must accept one that is not in this list.
 */
public enum Reason {
    /** Less is in stock than the order asks for. */
    OUT_OF_STOCK,
    /** The catalog has no such product. */
    UNKNOWN_PRODUCT,
    /** The order's unit price is not the catalog's. */
    PRICE_CHANGED
}
