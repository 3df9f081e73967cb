package io.ordersync.order;

import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in one of its states.
 *
 * @param unitPrice whole won for one piece
 * @param totalPrice whole won
 * @param reason why the order was rejected, else null
 * @param createdAt UTC, in milliseconds
 * @param updatedAt UTC, in milliseconds
 */
public record Order(
        UUID id,
        String userId,
        String productId,
        int qty,
        int unitPrice,
        int totalPrice,
        OrderStatus status,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    /**
     * A new order, which catalog-service has to decide.
     *
     * @throws TotalPriceTooLarge if {@code qty × unitPrice} does not fit the wire format's 32 bits
     */
    public static Order pending(UUID id, NewOrder wanted, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Order(
                id,
                wanted.userId(),
                wanted.productId(),
                wanted.qty(),
                wanted.unitPrice(),
                wanted.totalPrice(),
                OrderStatus.PENDING,
                null,
                at,
                at);
    }

    /**
     * This order after a request for its cancellation.
     *
     * @throws OrderNotCancellable if this order is rejected or cancelled
     */
    public Order cancelling(Instant now) {
        if (status.isLast()) {
            throw OrderNotCancellable.of(this);
        }
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return new Order(
                id, userId, productId, qty, unitPrice, totalPrice, OrderStatus.CANCELLING, null, createdAt, at);
    }

    public boolean isFinal() {
        return status.isFinal();
    }

    /** Whether both orders were requested with the same content. */
    public boolean hasContentOf(Order other) {
        return matches(new NewOrder(other.userId, other.productId, other.qty, other.unitPrice));
    }

    /** Whether this order has the same content as a request. */
    public boolean matches(NewOrder wanted) {
        return wanted.equals(new NewOrder(userId, productId, qty, unitPrice));
    }
}
