package io.ordersync.order.placement;

import io.ordersync.order.IdempotencyKey;
import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.OrderIds;
import io.ordersync.order.OrderLog;
import io.ordersync.order.Orders;
import io.ordersync.order.TotalPriceTooLarge;
import io.ordersync.order.lookup.OrderPoller;
import io.ordersync.order.lookup.WaitProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Appends new orders to the order log. */
@Service
@RequiredArgsConstructor
public class OrderPlacement {

    /** How long the last query may take after the waiting time. The order is in the log, so its answer waits no longer. */
    private static final Duration QUERY_TIME = Duration.ofSeconds(1);

    private final OrderLog log;
    private final Orders orders;
    private final OrderPoller poller;
    private final OrderIds ids;
    private final WaitProperties limits;
    private final Clock clock;

    /**
     * Places an order under a new id.
     *
     * @param atMost how long to wait for the order's final state; after that the order is returned undecided
     * @return see {@link OrderLog#append}
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order, Duration atMost) {
        return append(ids.next(), order).thenCompose(placed -> awaitDecision(placed, order, atMost));
    }

    /**
     * Places an order once, however often the client sends it with this key and to however many instances. The id is made
     * from user and key, so concurrent requests need no store: all of them append to the same partition, and catalog-service
     * decides the first and answers the others with its outcome. The row of an undecided order shows the last request.
     * Only a final state shows which request was the first, so this method waits for a final state, for
     * {@link WaitProperties#keyedOrder} at least.
     *
     * @param atMost see {@link #place(NewOrder, Duration)}
     * @return the order as the table shows it, or as it was appended if it is not decided in time. Fails as
     *     {@link OrderLog#append} does, with {@link IdempotencyKeyReused} if the key belongs to another order, and with
     *     {@link OrderUndecided} if the key may belong to another order
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order, IdempotencyKey key, Duration atMost) {
        UUID id = ids.of(order.userId(), key);
        return orders.find(id)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> append(id, order))
                .thenCompose(placed -> awaitDecision(placed, order, longer(atMost, limits.keyedOrder())));
    }

    /**
     * Ignores an undecided row that shows another request: if the log has this request, the request is accepted. If the
     * table cannot be read, the log still has the order.
     */
    private CompletableFuture<Order> awaitDecision(Order placed, NewOrder wanted, Duration atMost) {
        return finalRow(placed, atMost)
                .thenApply(row -> row.filter(order -> order.isFinal() || order.matches(wanted))
                        .orElse(placed))
                .thenApply(order -> checked(order, wanted));
    }

    private static Order checked(Order order, NewOrder wanted) {
        if (order.matches(wanted)) {
            return order;
        }
        throw order.isFinal() ? IdempotencyKeyReused.by(wanted) : OrderUndecided.of(wanted);
    }

    private CompletableFuture<Optional<Order>> finalRow(Order placed, Duration atMost) {
        if (placed.isFinal() || atMost.isZero() || !poller.hasCapacity()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return poller.await(placed.id(), Order::isFinal, atMost, atMost)
                .completeOnTimeout(Optional.empty(), atMost.plus(QUERY_TIME).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(unread -> Optional.empty());
    }

    private CompletableFuture<Order> append(UUID id, NewOrder order) {
        return log.append(Order.pending(id, order, clock.instant()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
