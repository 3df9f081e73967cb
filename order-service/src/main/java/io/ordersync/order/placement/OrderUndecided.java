package io.ordersync.order.placement;

import io.ordersync.order.NewOrder;

/** Two different orders may have the same idempotency key, and the first of them has not been decided in time. */
public class OrderUndecided extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OrderUndecided(String message) {
        super(message);
    }

    static OrderUndecided of(NewOrder order) {
        return new OrderUndecided("Whether the Idempotency-Key belongs to this order of " + order.userId()
                + " or to another one is still to be decided.");
    }
}
