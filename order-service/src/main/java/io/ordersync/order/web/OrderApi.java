package io.ordersync.order.web;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.web.caller.UserId;
import io.ordersync.service.openapi.CommonProblemResponses;
import io.ordersync.service.problem.CommonProblem;
import io.ordersync.service.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The HTTP interface of order-service, as OpenAPI describes it. */
@Tag(name = "orders")
@RequestMapping(path = "/orders", produces = "application/json")
interface OrderApi {

    String APPLIED = "The accepted waiting time; absent if too many requests wait already";

    String VIEW_AGE =
            "Seconds since the oldest change that this list may lack, or unknown. Absent if there is none older"
                    + " than a second";

    String NEXT = "The next page, if this page is full (RFC 8288, rel=\"next\")";

    @Operation(
            summary = "Place an order",
            description =
                    "Responds when the broker has acknowledged the order. The order is then PENDING; catalog-service"
                            + " decides it a moment later. If two different orders have the same Idempotency-Key, the first"
                            + " on the topic gets 201 and the other 422, at once and without a decision.",
            parameters = {
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        description =
                                "1 to 255 characters. A repeated request with the same key and body returns the same order",
                        schema = @Schema(type = "string", maxLength = 255))
            })
    @PreferHeader
    @ApiResponse(
            responseCode = "201",
            description =
                    "The order: PENDING, or decided with Prefer: wait; its present state if the key was used before",
            headers = {
                @Header(name = "Location", description = "The path of the order", schema = @Schema(type = "string")),
                @Header(name = "Preference-Applied", description = APPLIED, schema = @Schema(type = "string"))
            })
    @OrderProblemResponses({
        OrderProblem.OTHER_USER,
        OrderProblem.INVALID_SUBJECT,
        OrderProblem.TOTAL_PRICE_TOO_LARGE,
        OrderProblem.INVALID_IDEMPOTENCY_KEY,
        OrderProblem.IDEMPOTENCY_KEY_REUSED,
        OrderProblem.ORDER_NOT_ACKNOWLEDGED,
        OrderProblem.VIEW_BEHIND
    })
    @CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
    @PostMapping(consumes = "application/json")
    CompletableFuture<ResponseEntity<OrderResponse>> place(
            @Parameter(hidden = true) Caller caller,
            @Valid @RequestBody PlaceOrderRequest request,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers);

    @Operation(
            summary = "Read an order",
            description =
                    "Finds every accepted order at once, on any instance. 404 means that the order does not exist. If"
                            + " that cannot be known, the response is 503.")
    @PreferHeader
    @ApiResponse(
            responseCode = "200",
            description = "The order",
            headers = @Header(name = "Preference-Applied", description = APPLIED, schema = @Schema(type = "string")))
    @OrderProblemResponses({OrderProblem.INVALID_SUBJECT, OrderProblem.ORDER_NOT_FOUND, OrderProblem.VIEW_BEHIND})
    @CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
    @GetMapping("/{orderId}")
    CompletableFuture<ResponseEntity<OrderResponse>> find(
            @Parameter(hidden = true) Caller caller,
            @PathVariable UUID orderId,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers);

    @Operation(
            summary = "Cancel an order",
            description = "Responds when the broker has acknowledged the request. catalog-service returns the stock a"
                    + " moment later.")
    @ApiResponse(responseCode = "202", description = "The order, CANCELLING")
    @OrderProblemResponses({
        OrderProblem.OTHER_USER,
        OrderProblem.INVALID_SUBJECT,
        OrderProblem.ORDER_NOT_FOUND,
        OrderProblem.ORDER_NOT_CANCELLABLE,
        OrderProblem.ORDER_NOT_ACKNOWLEDGED,
        OrderProblem.VIEW_BEHIND
    })
    @CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
    @DeleteMapping("/{orderId}")
    CompletableFuture<ResponseEntity<OrderResponse>> cancel(
            @Parameter(hidden = true) Caller caller, @PathVariable UUID orderId);

    @Operation(
            summary = "Read a user's orders, newest first",
            description = "Lists the orders in the shared table, which may lack the newest ones: View-Age tells.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of orders",
            useReturnTypeSchema = true,
            headers = {
                @Header(name = "Link", description = NEXT, schema = @Schema(type = "string")),
                @Header(name = ViewAgeHeader.NAME, description = VIEW_AGE, schema = @Schema(type = "string"))
            })
    @OrderProblemResponses({
        OrderProblem.OTHER_USER,
        OrderProblem.INVALID_SUBJECT,
        OrderProblem.ORDER_NOT_FOUND,
        OrderProblem.VIEW_BEHIND
    })
    @CommonProblemResponses(CommonProblem.DATABASE_UNAVAILABLE)
    @GetMapping
    CompletableFuture<ResponseEntity<List<OrderResponse>>> ofUser(
            @Parameter(hidden = true) Caller caller,
            @Parameter(
                            description =
                                    "By default the token's subject. The orders of another user need the role orders-admin")
                    @RequestParam(required = false)
                    @UserId(missing = "must be given")
                    @Size(max = OrderRecord.MAX_TEXT_LENGTH)
                    @Nullable
                    String userId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @Parameter(description = "The id of the last order of the previous page")
                    @RequestParam(required = false)
                    @Nullable
                    UUID after,
            @Parameter(hidden = true) HttpServletRequest request);
}
