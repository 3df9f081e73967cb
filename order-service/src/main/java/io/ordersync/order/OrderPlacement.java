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
    private final WaitProperties limits;
    private final Clock clock;

    /**
     * Places an order under a new id.
     *
     * @param atMost how long to wait for its final state, which it is answered without when the time is up
     * @return see {@link OrderLog#append}
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order, Duration atMost) {
        return append(ids.next(), order).thenCompose(placed -> decided(placed, order, atMost));
    }

    /**
     * Places an order once, however often and to however many instances it is sent with this key. The id is made from
     * user and key, so a race needs no store: all contenders append to the same partition, and catalog-service decides
     * the first of them and answers the others with its outcome. Only a final state tells which one that was, for the row
     * of an undecided order shows the last of them; so this waits for one, {@link WaitProperties#keyedOrder} at least.
     *
     * @param atMost see {@link #place(NewOrder, Duration)}
     * @return the order as the table shows it, or as it was appended if it is not decided in time; else what
     *     {@link OrderLog#append} fails with, {@link IdempotencyKeyReused} if the order of this key is another one, or
     *     {@link OrderUndecided} if it may be
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order, IdempotencyKey key, Duration atMost) {
        UUID id = ids.of(order.userId(), key);
        return orders.find(id)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> append(id, order))
                .thenCompose(placed -> decided(placed, order, longer(atMost, limits.keyedOrder())));
    }

    /**
     * An undecided row with another body is no answer: if it is ours in the log, the request has been taken. If the table
     * cannot be read, the log has the order all the same.
     */
    private CompletableFuture<Order> decided(Order placed, NewOrder wanted, Duration atMost) {
        return row(placed, atMost)
                .thenApply(row -> row.filter(order -> order.isFinal() || order.is(wanted))
                        .orElse(placed)
                        .confirmIs(wanted));
    }

    private CompletableFuture<Optional<Order>> row(Order placed, Duration atMost) {
        if (placed.isFinal() || atMost.isZero() || !watch.hasRoom()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return watch.await(placed.id(), Order::isFinal, atMost, atMost)
                .completeOnTimeout(Optional.empty(), atMost.plus(A_LOOK).toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(unread -> Optional.empty());
    }

    private CompletableFuture<Order> append(UUID id, NewOrder order) {
        return log.append(Order.pending(id, order, clock.instant()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
