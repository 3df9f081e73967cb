package io.ordersync.marketing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order of the replica.
 *
 * @param unitPrice whole won for one piece
 * @param totalPrice whole won
 * @param status a text, because the team that owns orders may add new values
 * @param reason why the order was rejected, or null
 */
public record SyncOrder(
        UUID orderId,
        String userId,
        String productId,
        int qty,
        int unitPrice,
        int totalPrice,
        String status,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {}
