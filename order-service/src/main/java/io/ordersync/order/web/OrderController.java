package io.ordersync.order.web;

import io.ordersync.contract.OrderRecord;
import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.OrderCancellation;
import io.ordersync.order.OrderLookup;
import io.ordersync.order.OrderPlacement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** While broker or table are waited for, the request's thread goes back to the server. */
@RestController
@RequestMapping("/orders")
@RequiredArgsConstructor
class OrderController {

    private final OrderPlacement placement;
    private final OrderCancellation cancellation;
    private final OrderLookup lookup;

    @PostMapping
    CompletableFuture<ResponseEntity<OrderResponse>> place(
            @Valid @RequestBody PlaceOrderRequest request, @RequestHeader HttpHeaders headers) {
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        NewOrder order = request.toNewOrder();
        return IdempotencyKeyHeader.of(headers.getOrEmpty("Idempotency-Key"))
                .map(key -> placement.place(order, key))
                .orElseGet(() -> placement.place(order))
                .thenCompose(placed -> wait.map(preference -> placement.decided(placed, preference.atMost()))
                        .orElseGet(() -> CompletableFuture.completedFuture(placed)))
                .thenApply(
                        placed -> answer(ResponseEntity.created(URI.create("/orders/" + placed.id())), wait, placed));
    }

    @GetMapping("/{orderId}")
    CompletableFuture<ResponseEntity<OrderResponse>> find(
            @PathVariable UUID orderId, @RequestHeader HttpHeaders headers) {
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        return wait.map(preference -> lookup.decided(orderId, preference.atMost()))
                .orElseGet(() -> lookup.byId(orderId))
                .thenApply(order -> answer(ResponseEntity.ok(), wait, order));
    }

    @DeleteMapping("/{orderId}")
    CompletableFuture<ResponseEntity<OrderResponse>> cancel(@PathVariable UUID orderId) {
        return cancellation
                .cancel(orderId)
                .thenApply(order -> ResponseEntity.accepted().body(OrderResponse.of(order)));
    }

    /** A full page links to the one after it (RFC 8288, {@code rel="next"}). */
    @GetMapping
    ResponseEntity<List<OrderResponse>> ofUser(
            @RequestParam @NotBlank @Size(max = OrderRecord.MAX_TEXT_LENGTH) String userId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        List<Order> page = lookup.ofUser(userId, limit, after);
        return ResponseEntity.ok()
                .headers(headers -> NextPage.linkTo(headers, page, limit))
                .body(page.stream().map(OrderResponse::of).toList());
    }

    private static ResponseEntity<OrderResponse> answer(
            BodyBuilder builder, Optional<WaitPreference> wait, Order order) {
        return builder.headers(headers -> wait.ifPresent(preference -> preference.applyTo(headers)))
                .body(OrderResponse.of(order));
    }
}
