package io.ordersync.order;

/** An idempotency key has come back with another order. */
public class IdempotencyKeyReused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private IdempotencyKeyReused(String message) {
        super(message);
    }

    static IdempotencyKeyReused by(NewOrder order) {
        return new IdempotencyKeyReused("The Idempotency-Key belongs to another order of " + order.userId() + ".");
    }
}
