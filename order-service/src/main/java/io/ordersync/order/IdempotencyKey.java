package io.ordersync.order;

/** What a client names a request by, so that it can be sent again without being done again. */
public record IdempotencyKey(String value) {

    private static final int MAX_LENGTH = 255;

    /** @throws InvalidIdempotencyKey unless it has 1 to 255 characters */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw InvalidIdempotencyKey.because("it must have 1 to %d characters".formatted(MAX_LENGTH));
        }
    }
}
