package io.ordersync.marketing.web;

import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.openapi.PageResponse;
import io.ordersync.service.problem.CommonProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The replica's HTTP and OpenAPI description; {@link SyncOrderController} implements it. */
@Tag(name = "syncOrders", description = "Orders of a replica, which follows each change with a short delay")
@RequestMapping("/syncOrders")
@CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
interface SyncOrderApi {

    int MAX_TEXT_LENGTH = 64;
    String NOT_A_POSITION = "must be that of a page's Link";

    @Operation(summary = "List orders, newest first")
    @PageResponse("A page of orders")
    @GetMapping
    ResponseEntity<List<SyncOrderResponse>> newest(
            @Parameter(example = "CATALOG-001")
                    @RequestParam(required = false)
                    @Size(min = 1, max = MAX_TEXT_LENGTH)
                    @Nullable
                    String productId,
            @Parameter(description = "The exact status of the orders", example = "CONFIRMED")
                    @RequestParam(required = false)
                    @Size(min = 1, max = MAX_TEXT_LENGTH)
                    @Nullable
                    String status,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "The end of the previous page, from its Link header")
                    @RequestParam(required = false)
                    @Pattern(regexp = PageCursor.ORDER, message = NOT_A_POSITION)
                    @Nullable
                    String after);

    @Operation(
            summary = "List orders, quantity and revenue per product and day",
            description = "Only confirmed orders count, not cancelled, rejected or undecided orders. Days are in UTC;"
                    + " the latest day comes first.")
    @PageResponse("A page of daily sales")
    @MarketingProblemResponses(MarketingProblem.INVALID_PERIOD)
    @GetMapping("/summary")
    ResponseEntity<List<DailySalesResponse>> summary(
            @Parameter(description = "The first day; by default the period is the week that ends with the last day")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, by default today; the period has at most 31 days")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(example = "CATALOG-001")
                    @RequestParam(required = false)
                    @Size(min = 1, max = MAX_TEXT_LENGTH)
                    @Nullable
                    String productId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @Parameter(description = "The end of the previous page, from its Link header")
                    @RequestParam(required = false)
                    @Pattern(regexp = PageCursor.SALES, message = NOT_A_POSITION)
                    @Nullable
                    String after);
}
