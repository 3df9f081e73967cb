package io.ordersync.order.web;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.NewOrder;
import io.ordersync.order.web.caller.UserId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A request for an order. The numbers are objects, so a missing number differs from 0. */
record PlaceOrderRequest(
        @UserId(missing = "must not be blank")
        @Size(max = OrderRecord.MAX_TEXT_LENGTH)
        @Schema(example = "user-1", description = "the token's subject, also if it is left out")
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

    /**
     * Has to be called after validation.
     *
     * @param userId the owner
     */
    NewOrder toNewOrder(String userId) {
        return new NewOrder(userId, productId, qty, unitPrice);
    }
}
