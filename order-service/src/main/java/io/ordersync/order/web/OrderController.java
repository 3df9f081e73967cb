package io.ordersync.order.web;

import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.cancellation.OrderCancellation;
import io.ordersync.order.lookup.OrderLookup;
import io.ordersync.order.placement.OrderPlacement;
import io.ordersync.service.NextPage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.RestController;

/** Returns futures, so a request that waits for the broker or the table holds no thread. */
@RestController
@RequiredArgsConstructor
class OrderController implements OrderApi {

    private final OrderPlacement placement;
    private final OrderCancellation cancellation;
    private final OrderLookup lookup;

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> place(PlaceOrderRequest request, HttpHeaders headers) {
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        return placed(
                        request.toNewOrder(),
                        headers,
                        wait.map(WaitPreference::atMost).orElse(Duration.ZERO))
                .thenApply(order -> answer(ResponseEntity.created(URI.create("/orders/" + order.id())), wait, order));
    }

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> find(UUID orderId, HttpHeaders headers) {
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        return wait.map(preference -> lookup.awaitDecision(orderId, preference.atMost()))
                .orElseGet(() -> lookup.byId(orderId))
                .thenApply(order -> answer(ResponseEntity.ok(), wait, order));
    }

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> cancel(UUID orderId) {
        return cancellation
                .cancel(orderId)
                .thenApply(order -> answer(ResponseEntity.accepted(), Optional.empty(), order));
    }

    @Override
    public ResponseEntity<List<OrderResponse>> ofUser(String userId, int limit, @Nullable UUID after) {
        List<Order> page = lookup.ofUser(userId, limit, after);
        HttpHeaders headers = new HttpHeaders();
        if (page.size() == limit) {
            NextPage.linkTo(headers, page.get(limit - 1).id().toString());
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(page.stream().map(OrderResponse::of).toList());
    }

    private CompletableFuture<Order> placed(NewOrder order, HttpHeaders headers, Duration atMost) {
        return IdempotencyKeyHeader.of(headers.getOrEmpty("Idempotency-Key"))
                .map(key -> placement.place(order, key, atMost))
                .orElseGet(() -> placement.place(order, atMost));
    }

    private static ResponseEntity<OrderResponse> answer(
            BodyBuilder builder, Optional<WaitPreference> wait, Order order) {
        return builder.headers(headers -> wait.ifPresent(preference -> preference.applyTo(headers)))
                .body(OrderResponse.of(order));
    }
}
