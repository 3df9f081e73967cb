package io.ordersync.order.lookup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.order.Order;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.Requester;
import io.ordersync.order.view.OrderSnapshot;
import io.ordersync.order.view.ViewBehind;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/**
 * Waits for the decision of orders that exist. A request that finds no place among the waiting ones is answered at once
 * with the present state of its order.
 */
@Service
@RequiredArgsConstructor
public class DecisionWait {

    /** How long the last query may take after the waiting time. The order is in the log, so its answer waits no longer. */
    private static final Duration QUERY_TIME = Duration.ofSeconds(1);

    private final OrderLookup lookup;
    private final OrderPoller poller;

    /**
     * Finds an order and waits for its decision. An order that the requester may not see does not exist for the requester.
     *
     * @return the order when it is decided or the time is over. Fails with {@link OrderNotFound} at once if it does not
     *     exist, and with {@link ViewBehind} if that cannot be known
     */
    public CompletableFuture<AwaitedOrder> find(UUID id, Requester requester, Duration atMost) {
        return poller.read(id)
                .thenCompose(snapshot -> lookup.complete(id, requester, snapshot))
                .thenApply(found -> OrderLookup.existing(id, found, requester))
                .thenCompose(order -> decision(order, atMost));
    }

    /**
     * Waits for the decision of an accepted order. A failure of the table does not matter: the log has the order.
     *
     * @return the order when it is decided, or as it is known at the end of the time
     */
    public CompletableFuture<AwaitedOrder> ofAccepted(Order order, Duration atMost) {
        return decision(order, atMost)
                .completeOnTimeout(
                        new AwaitedOrder(order, true), atMost.plus(QUERY_TIME).toMillis(), MILLISECONDS)
                .exceptionally(unread -> new AwaitedOrder(order, true));
    }

    private CompletableFuture<AwaitedOrder> decision(Order order, Duration atMost) {
        if (order.isFinal() || atMost.isZero()) {
            return CompletableFuture.completedFuture(new AwaitedOrder(order, true));
        }
        return poller.awaitDecision(order.id(), atMost)
                .map(decided -> decided.thenCompose(snapshot -> present(order, snapshot))
                        .thenApply(present -> new AwaitedOrder(present, true)))
                .orElseGet(() -> CompletableFuture.completedFuture(AwaitedOrder.atOnce(order)));
    }

    /** The order exists, so its earlier state is an answer if the log cannot be read. */
    private CompletableFuture<Order> present(Order earlier, OrderSnapshot snapshot) {
        return lookup.complete(earlier.id(), Requester.ANYONE, snapshot)
                .thenApply(found -> found.order().orElse(earlier))
                .exceptionally(unread -> earlier);
    }
}
