package io.ordersync.order.view;

import io.ordersync.order.Order;

/** One state of an order, and its place in the log. */
public record LoggedOrder(int partition, long offset, Order order) {

    int revision() {
        return order.status().revision();
    }
}
