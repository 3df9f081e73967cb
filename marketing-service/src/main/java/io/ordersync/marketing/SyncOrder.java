package io.ordersync.marketing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as the replica has it.
 *
 * @param unitPrice whole won for one piece
 * @param totalPrice whole won
 * @param status a word of the team that owns orders, which may come to use others
 * @param reason why it was rejected, else null
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
