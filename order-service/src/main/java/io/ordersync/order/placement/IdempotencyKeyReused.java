package io.ordersync.order.placement;

import io.ordersync.order.NewOrder;

/** A client has used an idempotency key for two different orders. */
public class IdempotencyKeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private IdempotencyKeyReused(String message) {
        super(message);
    }

    static IdempotencyKeyReused by(NewOrder order) {
        return new IdempotencyKeyReused("The Idempotency-Key belongs to another order of " + order.userId() + ".");
    }
}
