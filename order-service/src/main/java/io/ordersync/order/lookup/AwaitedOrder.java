package io.ordersync.order.lookup;

import io.ordersync.order.Order;

/**
 * An order that a client wanted to wait for.
 *
 * @param waited whether the client's wait was granted; false if too many requests waited already
 */
public record AwaitedOrder(Order order, boolean waited) {

    public static AwaitedOrder atOnce(Order order) {
        return new AwaitedOrder(order, false);
    }
}
