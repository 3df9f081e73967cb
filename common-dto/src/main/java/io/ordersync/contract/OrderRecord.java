package io.ordersync.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One state of one order on the topic {@link Topics#ORDERS}.
 *
 * @param orderId the record's key
 * @param userId 1 to 64 characters
 * @param productId 1 to 64 characters
 * @param qty pieces, 1 to 1,000,000
 * @param unitPrice whole won for one piece, at least 1
 * @param totalPrice whole won, always {@code qty × unitPrice}
 * @param reason why the order was rejected, at most 64 characters; null in every other state. See {@link Reason}
 * @param createdAt UTC, truncated to milliseconds, in the years 1970 to 9999, which every database supports
 * @param updatedAt UTC, truncated to milliseconds, in the years 1970 to 9999
 */
public record OrderRecord(
        UUID orderId,
        String userId,
        String productId,
        int qty,
        int unitPrice,
        int totalPrice,
        OrderStatus status,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    public static final int MAX_TEXT_LENGTH = 64;
    public static final int MAX_QTY = 1_000_000;

    private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    /**
     * @throws NullPointerException if a required value is null
     * @throws IllegalArgumentException if a value is out of range
     */
    public OrderRecord {
        requireNonNull(orderId, "order_id is missing");
        requireText(userId, "user_id");
        requireText(productId, "product_id");
        require(qty >= 1 && qty <= MAX_QTY, "qty is not between 1 and 1000000");
        require(unitPrice >= 1, "unit_price is less than 1");
        require(totalPrice == (long) qty * unitPrice, "total_price is not qty times unit_price");
        requireNonNull(status, "status is missing");
        require(reason == null || reason.length() <= MAX_TEXT_LENGTH, "reason is longer than 64 characters");
        createdAt = requireTime(createdAt, "created_at");
        updatedAt = requireTime(updatedAt, "updated_at");
    }

    /** Returns the same order in its next state. */
    public OrderRecord become(OrderStatus status, @Nullable String reason, Instant at) {
        return new OrderRecord(orderId, userId, productId, qty, unitPrice, totalPrice, status, reason, createdAt, at);
    }

    private static void requireText(@Nullable String text, String name) {
        requireNonNull(text, () -> name + " is missing");
        require(!text.isEmpty() && text.length() <= MAX_TEXT_LENGTH, name + " is not 1 to 64 characters long");
    }

    private static Instant requireTime(@Nullable Instant time, String name) {
        requireNonNull(time, () -> name + " is missing");
        require(
                !time.isBefore(Instant.EPOCH) && time.isBefore(END_OF_TIME),
                name + " is not between the years 1970 and 9999");
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
