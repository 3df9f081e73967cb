package io.ordersync.marketing.web;

import io.ordersync.marketing.DailySales;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

record DailySalesResponse(
        @Schema(description = "The day in UTC on which the orders were placed")
        LocalDate day,

        @Schema(example = "CATALOG-001") String productId,

        @Schema(description = "Number of confirmed orders", example = "12")
        long orders,

        @Schema(description = "In pieces", example = "30") long quantity,

        @Schema(description = "In whole won", example = "45000")
        long revenue) {

    static DailySalesResponse of(DailySales sales) {
        return new DailySalesResponse(
                sales.day(), sales.productId(), sales.orders(), sales.quantity(), sales.revenue());
    }
}
