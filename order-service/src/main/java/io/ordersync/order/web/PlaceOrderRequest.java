package io.ordersync.order.web;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.NewOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A request for an order. The numbers are objects, so a missing number differs from 0. */
record PlaceOrderRequest(
        @NotBlank
        @Size(max = OrderRecord.MAX_TEXT_LENGTH)
        @Schema(example = "user-1", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String userId,

        @NotBlank
        @Size(max = OrderRecord.MAX_TEXT_LENGTH)
        @Schema(example = "CATALOG-001", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String productId,

        @NotNull
        @Positive
        @Max(OrderRecord.MAX_QTY)
        @Schema(example = "2", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer qty,

        @NotNull
        @Positive
        @Schema(example = "1500", description = "whole won", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer unitPrice) {

    /** Has to be called after validation. */
    NewOrder toNewOrder() {
        return new NewOrder(userId, productId, qty, unitPrice);
    }
}
