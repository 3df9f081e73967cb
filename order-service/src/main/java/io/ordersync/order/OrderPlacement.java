package io.ordersync.order;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Takes new orders into the log. */
@Service
@RequiredArgsConstructor
public class OrderPlacement {

    /** The table may be slow or away; the order is safe, so its answer does not wait for that. */
    private static final Duration A_LOOK = Duration.ofSeconds(1);

    private final OrderLog log;
    private final Orders orders;
    private final OrderWatch watch;
    private final OrderIds ids;
    private final Clock clock;

    /**
     * Places an order under a new id.
     *
     * @return see {@link OrderLog#append}
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order) {
        return append(ids.next(), order);
    }

    /**
     * Places an order once, however often and to however many instances it is sent with this key. The id is made from
     * user and key, so a race needs no store: all contenders append the same order, and catalog-service decides it once.
     *
     * @return the order as it is by now if the table shows it, else see {@link OrderLog#append}
     * @throws TotalPriceTooLarge if the total overflows
     * @throws IdempotencyKeyReused if the user has sent another order with this key
     */
    public CompletableFuture<Order> place(NewOrder order, IdempotencyKey key) {
        UUID id = ids.of(order.userId(), key);
        return orders.find(id)
                .map(known -> CompletableFuture.completedFuture(known.confirmIs(order)))
                .orElseGet(() -> append(id, order));
    }

    /**
     * Waits for the decision on an order that has been placed.
     *
     * @return the order when it is decided, or as it was placed when the time is up
     */
    public CompletableFuture<Order> decided(Order placed, Duration atMost) {
        if (!watch.hasRoom()) {
            return CompletableFuture.completedFuture(placed);
        }
        return watch.await(placed.id(), Order::isFinal, atMost, atMost)
                .completeOnTimeout(Optional.empty(), atMost.plus(A_LOOK).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(unread -> Optional.empty())
                .thenApply(row -> row.orElse(placed).confirmIs(placed.wanted()));
    }

    private CompletableFuture<Order> append(UUID id, NewOrder order) {
        return log.append(Order.pending(id, order, clock.instant()));
    }
}
