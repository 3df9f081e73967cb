package io.ordersync.order.web;

import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.Requester;
import io.ordersync.order.cancellation.OrderCancellation;
import io.ordersync.order.lookup.AwaitedOrder;
import io.ordersync.order.lookup.DecisionWait;
import io.ordersync.order.lookup.OrderLookup;
import io.ordersync.order.lookup.OrderPage;
import io.ordersync.order.lookup.OrderPages;
import io.ordersync.order.placement.OrderPlacement;
import io.ordersync.order.web.caller.Requesters;
import io.ordersync.service.NextPage;
import io.ordersync.service.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RestController;

/** Returns futures, so a request that waits for the broker, the log or a decision holds no thread. */
@RestController
@RequiredArgsConstructor
class OrderController implements OrderApi {

    private final OrderPlacement placement;
    private final OrderCancellation cancellation;
    private final OrderLookup lookup;
    private final OrderPages pages;
    private final DecisionWait decisions;

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> place(
            Caller caller, PlaceOrderRequest request, HttpHeaders headers) {
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        String owner = Requesters.actingAs(request.userId(), Requesters.of(caller));
        return placed(request.toNewOrder(owner), headers)
                .thenCompose(order -> awaited(order, wait))
                .thenApply(answer -> respond(
                        ResponseEntity.created(
                                URI.create("/orders/" + answer.order().id())),
                        wait,
                        answer));
    }

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> find(Caller caller, UUID orderId, HttpHeaders headers) {
        Requester requester = Requesters.of(caller);
        Optional<WaitPreference> wait = WaitPreference.of(headers.getOrEmpty("Prefer"));
        return wait.map(preference -> decisions.find(orderId, requester, preference.atMost()))
                .orElseGet(() -> lookup.byId(orderId, requester).thenApply(AwaitedOrder::atOnce))
                .thenApply(answer -> respond(ResponseEntity.ok(), wait, answer));
    }

    @Override
    public CompletableFuture<ResponseEntity<OrderResponse>> cancel(Caller caller, UUID orderId) {
        return cancellation
                .cancel(orderId, Requesters.of(caller))
                .thenApply(order -> respond(ResponseEntity.accepted(), Optional.empty(), AwaitedOrder.atOnce(order)));
    }

    @Override
    public CompletableFuture<ResponseEntity<List<OrderResponse>>> ofUser(
            Caller caller, @Nullable String userId, int limit, @Nullable UUID after, HttpServletRequest request) {
        Requester requester = Requesters.of(caller);
        String user = Requesters.reading(userId, requester);
        return pages.ofUser(user, requester, limit, after).thenApply(page -> respond(page, limit, request));
    }

    private CompletableFuture<Order> placed(NewOrder order, HttpHeaders headers) {
        return IdempotencyKeyHeader.of(headers.getOrEmpty("Idempotency-Key"))
                .map(key -> placement.place(order, key))
                .orElseGet(() -> placement.place(order));
    }

    private CompletableFuture<AwaitedOrder> awaited(Order order, Optional<WaitPreference> wait) {
        return wait.map(preference -> decisions.ofAccepted(order, preference.atMost()))
                .orElseGet(() -> CompletableFuture.completedFuture(AwaitedOrder.atOnce(order)));
    }

    private static ResponseEntity<OrderResponse> respond(
            BodyBuilder builder, Optional<WaitPreference> wait, AwaitedOrder answer) {
        return builder.headers(headers ->
                        wait.filter(preference -> answer.waited()).ifPresent(preference -> preference.applyTo(headers)))
                .body(OrderResponse.of(answer.order()));
    }

    private static ResponseEntity<List<OrderResponse>> respond(OrderPage page, int limit, HttpServletRequest request) {
        List<Order> orders = page.orders();
        HttpHeaders headers = new HttpHeaders();
        ViewAgeHeader.of(page.age()).ifPresent(age -> headers.add(ViewAgeHeader.NAME, age));
        if (orders.size() == limit) {
            NextPage.linkTo(request, headers, orders.get(limit - 1).id().toString());
        }
        return ResponseEntity.ok()
                .headers(headers)
                .body(orders.stream().map(OrderResponse::of).toList());
    }
}
