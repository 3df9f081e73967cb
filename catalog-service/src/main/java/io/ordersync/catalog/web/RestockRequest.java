package io.ordersync.catalog.web;

import io.ordersync.contract.OrderRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

record RestockRequest(
        @NotNull
        @Positive
        @Max(OrderRecord.MAX_QTY)
        @Schema(example = "50", description = "In pieces", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer qty) {}
