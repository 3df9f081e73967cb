package io.ordersync.order;

import io.ordersync.contract.OrderStatus;

/** An order is rejected or already cancelled. */
public class OrderNotCancellable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Order order;

    private OrderNotCancellable(Order order) {
        super("Order %s is %s and cannot be cancelled.".formatted(order.id(), order.status()));
        this.order = order;
    }

    static OrderNotCancellable of(Order order) {
        return new OrderNotCancellable(order);
    }

    public OrderStatus status() {
        return order.status();
    }
}
