package io.ordersync.catalog;

/**
 * A product and its stock.
 *
 * @param id 1 to 64 characters
 * @param unitPrice whole won for one piece, at least 1
 * @param stock pieces that no order has taken, at least 0
 */
public record Product(String id, String name, int unitPrice, long stock) {}
