package io.ordersync.order.lookup;

import io.ordersync.order.Order;
import io.ordersync.order.OrderIds;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.Orders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds orders, including those that have been accepted but are not in the shared table yet. */
@Service
@RequiredArgsConstructor
public class OrderLookup {

    private final Orders orders;
    private final OrderPoller poller;
    private final OrderIds ids;
    private final WaitProperties limits;

    /**
     * Finds an order. Waits for an order that any instance has accepted a moment ago; every other order is found or not
     * found at once.
     *
     * @return the order. Fails with {@link OrderNotFound}, or with {@link TooManyWaiters} if the service cannot wait for it
     */
    public CompletableFuture<Order> byId(UUID id) {
        Optional<Order> row = orders.find(id);
        if (row.isPresent() || !ids.mayBeMissingInTable(id)) {
            return orderOf(id, CompletableFuture.completedFuture(row));
        }
        if (!poller.hasCapacity()) { // the order may have been accepted, so this is not "not found"
            return CompletableFuture.failedFuture(TooManyWaiters.of(id));
        }
        return orderOf(id, poller.await(id, present -> true, Duration.ZERO, limits.newOrder()));
    }

    /**
     * Waits for an order's final state. If too many requests already wait, returns the order at once.
     *
     * @return the order when its state is final or the time is over. Fails as {@link #byId} does
     */
    public CompletableFuture<Order> awaitDecision(UUID id, Duration atMost) {
        if (!poller.hasCapacity()) {
            return byId(id);
        }
        return orderOf(id, poller.await(id, Order::isFinal, atMost, waitIfAbsent(id, atMost)));
    }

    /**
     * A page of a user's orders, newest first.
     *
     * @param after the last order of the page before, or null for the first page
     * @throws OrderNotFound if the table does not have that order
     */
    public List<Order> ofUser(String userId, int limit, @Nullable UUID after) {
        return orders.ofUser(userId, limit, after == null ? null : existing(after));
    }

    private Order existing(UUID id) {
        return orders.find(id).orElseThrow(() -> OrderNotFound.of(id));
    }

    private Duration waitIfAbsent(UUID id, Duration atMost) {
        if (!ids.mayBeMissingInTable(id)) {
            return Duration.ZERO;
        }
        return atMost.compareTo(limits.newOrder()) > 0 ? atMost : limits.newOrder();
    }

    private static CompletableFuture<Order> orderOf(UUID id, CompletableFuture<Optional<Order>> row) {
        return row.thenApply(order -> order.orElseThrow(() -> OrderNotFound.of(id)));
    }
}
