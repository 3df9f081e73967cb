package io.ordersync.catalog.web;

import io.ordersync.catalog.Product;
import io.swagger.v3.oas.annotations.media.Schema;

record ProductResponse(
        @Schema(example = "CATALOG-001") String productId,
        @Schema(example = "Berlin") String productName,

        @Schema(description = "In whole won", example = "1500")
        int unitPrice,

        @Schema(description = "In pieces", example = "100") long stock) {

    static ProductResponse of(Product product) {
        return new ProductResponse(product.id(), product.name(), product.unitPrice(), product.stock());
    }
}
