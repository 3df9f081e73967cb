package io.ordersync.marketing.web;

import io.ordersync.marketing.SyncOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record SyncOrderResponse(
        UUID orderId,
        @Schema(example = "user-1") String userId,
        @Schema(example = "CATALOG-001") String productId,
        @Schema(description = "In pieces", example = "2") int qty,

        @Schema(description = "In whole won", example = "1500")
        int unitPrice,

        @Schema(description = "In whole won", example = "3000")
        int totalPrice,

        @Schema(example = "CONFIRMED") String status,

        @Schema(description = "Why the order was rejected", example = "OUT_OF_STOCK") @Nullable
        String reason,

        Instant createdAt,
        Instant updatedAt) {

    static SyncOrderResponse of(SyncOrder order) {
        return new SyncOrderResponse(
                order.orderId(),
                order.userId(),
                order.productId(),
                order.qty(),
                order.unitPrice(),
                order.totalPrice(),
                order.status(),
                order.reason(),
                order.createdAt(),
                order.updatedAt());
    }
}
