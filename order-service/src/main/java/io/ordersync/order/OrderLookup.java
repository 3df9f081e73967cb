package io.ordersync.order;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers questions about orders, also about those that have not reached the shared table yet. */
@Service
@RequiredArgsConstructor
public class OrderLookup {

    private final Orders orders;
    private final OrderWatch watch;
    private final OrderIds ids;
    private final WaitProperties limits;

    /**
     * Finds an order. One that was made just now, on whichever instance, is waited for; any other is known or unknown at
     * once.
     *
     * @return the order, else {@link OrderNotFound}, or {@link NoRoomToWait} if it cannot be waited for
     */
    public CompletableFuture<Order> byId(UUID id) {
        Optional<Order> row = orders.find(id);
        if (row.isPresent() || !ids.mayBeOnItsWay(id)) {
            return answer(id, CompletableFuture.completedFuture(row));
        }
        if (!watch.hasRoom()) { // to call it unknown might deny an order that was accepted
            return CompletableFuture.failedFuture(NoRoomToWait.of(id));
        }
        return answer(id, watch.await(id, present -> true, Duration.ZERO, limits.newOrder()));
    }

    /**
     * Waits for an order's final state; if there is no room to wait, it is answered as it is.
     *
     * @return the order when its state is final or the time is up, else see {@link #byId}
     */
    public CompletableFuture<Order> decided(UUID id, Duration atMost) {
        if (!watch.hasRoom()) {
            return byId(id);
        }
        return answer(id, watch.await(id, Order::isFinal, atMost, timeToAppear(id, atMost)));
    }

    /**
     * A page of a user's orders, newest first.
     *
     * @param after the last order of the page before, or null for the first page
     * @throws OrderNotFound if the table does not show that order
     */
    public List<Order> ofUser(String userId, int limit, @Nullable UUID after) {
        return orders.ofUser(userId, limit, after == null ? null : known(after));
    }

    private Order known(UUID id) {
        return orders.find(id).orElseThrow(() -> OrderNotFound.of(id));
    }

    private Duration timeToAppear(UUID id, Duration atMost) {
        if (!ids.mayBeOnItsWay(id)) {
            return Duration.ZERO;
        }
        return atMost.compareTo(limits.newOrder()) > 0 ? atMost : limits.newOrder();
    }

    private static CompletableFuture<Order> answer(UUID id, CompletableFuture<Optional<Order>> row) {
        return row.thenApply(order -> order.orElseThrow(() -> OrderNotFound.of(id)));
    }
}
