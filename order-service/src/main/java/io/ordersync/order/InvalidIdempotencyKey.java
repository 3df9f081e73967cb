package io.ordersync.order;

/** The Idempotency-Key of a request has the wrong form. */
public class InvalidIdempotencyKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private InvalidIdempotencyKey(String message) {
        super(message);
    }

    public static InvalidIdempotencyKey because(String reason) {
        return new InvalidIdempotencyKey("The Idempotency-Key is not valid: " + reason + ".");
    }
}
