package io.ordersync.catalog.web;

import io.ordersync.catalog.Product;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A product as it shall be; the numbers are objects so that a missing one can be told from a 0. */
record PutProductRequest(
        @NotBlank
        @Size(max = MAX_NAME_LENGTH)
        @Schema(example = "Berlin", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String productName,

        @NotNull
        @Positive
        @Schema(example = "1500", description = "whole won", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer unitPrice,

        @PositiveOrZero
        @Max(MAX_INITIAL_STOCK)
        @Schema(
                example = "100",
                description = "pieces of a product that is made, 0 if left out; of no effect on one that exists")
        @Nullable
        Long initialStock) {

    static final int MAX_NAME_LENGTH = 255;
    static final long MAX_INITIAL_STOCK = 1_000_000_000;

    /** Only after validation. */
    Product toProduct(String id) {
        return new Product(id, productName, unitPrice, initialStock == null ? 0 : initialStock);
    }
}
