package io.ordersync.marketing.web;

import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.problem.CommonProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** What the replica's calls are for HTTP and for OpenAPI; {@link SyncOrderController} says what they do. */
@Tag(name = "syncOrders", description = "Orders as their replica has them, a moment after they have changed")
@RequestMapping("/syncOrders")
@CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
interface SyncOrderApi {

    int LONGEST_TEXT = 64;
    String NOT_A_POSITION = "must be that of a page's Link";

    @Operation(summary = "Orders, newest first")
    @ApiResponse(
            responseCode = "200",
            description = "A page of orders",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = "Link",
                            description = "Behind a full page, the next one (RFC 8288, rel=\"next\")",
                            schema = @Schema(type = "string")))
    @GetMapping
    ResponseEntity<List<SyncOrderResponse>> newest(
            @Parameter(example = "CATALOG-001")
                    @RequestParam(required = false)
                    @Size(min = 1, max = LONGEST_TEXT)
                    @Nullable
                    String productId,
            @Parameter(description = "Exactly as orders have it", example = "CONFIRMED")
                    @RequestParam(required = false)
                    @Size(min = 1, max = LONGEST_TEXT)
                    @Nullable
                    String status,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "Where the page before has ended")
                    @RequestParam(required = false)
                    @Pattern(regexp = PageCursor.ORDER, message = NOT_A_POSITION)
                    @Nullable
                    String after);

    @Operation(
            summary = "Orders, quantity and revenue per product and day",
            description =
                    "Of confirmed orders alone: cancelled, rejected and undecided ones do not count. Days are in UTC;"
                            + " the latest comes first.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of daily sales",
            useReturnTypeSchema = true,
            headers =
                    @Header(
                            name = "Link",
                            description = "Behind a full page, the next one (RFC 8288, rel=\"next\")",
                            schema = @Schema(type = "string")))
    @MarketingProblemResponses(MarketingProblem.INVALID_PERIOD)
    @GetMapping("/summary")
    ResponseEntity<List<DailySalesResponse>> summary(
            @Parameter(description = "The first day; a week before the last if left out")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The last day, at most 31 days in all; today if left out")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(example = "CATALOG-001")
                    @RequestParam(required = false)
                    @Size(min = 1, max = LONGEST_TEXT)
                    @Nullable
                    String productId,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @Parameter(description = "Where the page before has ended")
                    @RequestParam(required = false)
                    @Pattern(regexp = PageCursor.SALES, message = NOT_A_POSITION)
                    @Nullable
                    String after);
}
