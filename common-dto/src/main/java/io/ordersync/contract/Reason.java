package io.ordersync.contract;

/**
 * The reasons for which catalog-service rejects an order today. On the wire a reason is any text, so a reader must accept
 * reasons that are not in this list.
 */
public enum Reason {
    /** The stock is smaller than the quantity of the order. */
    OUT_OF_STOCK,
    /** The catalog has no such product. */
    UNKNOWN_PRODUCT,
    /** The unit price of the order differs from the catalog. */
    PRICE_CHANGED
}
