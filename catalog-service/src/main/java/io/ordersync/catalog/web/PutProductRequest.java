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

/** The new state of a product. The numbers are objects, so that a missing number differs from 0. */
record PutProductRequest(
        @NotBlank
        @Size(max = MAX_NAME_LENGTH)
        @Schema(example = "Berlin", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String productName,

        @NotNull
        @Positive
        @Schema(example = "1500", description = "In whole won", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer unitPrice,

        @PositiveOrZero
        @Max(MAX_INITIAL_STOCK)
        @Schema(example = "100", description = "In pieces, 0 by default; ignored if the product exists")
        @Nullable
        Long initialStock) {

    static final int MAX_NAME_LENGTH = 255;
    static final long MAX_INITIAL_STOCK = 1_000_000_000;

    /** Call it after validation only. */
    Product toProduct(String id) {
        return new Product(id, productName, unitPrice, initialStock == null ? 0 : initialStock);
    }
}
