package io.ordersync.order;

/** A client's name for a request. A repeated request with the same key has no further effect. */
public record IdempotencyKey(String value) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidIdempotencyKey unless the key has 1 to 255 characters */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw InvalidIdempotencyKey.because("it must have 1 to %d characters".formatted(MAX_LENGTH));
        }
    }
}
