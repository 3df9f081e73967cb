package io.ordersync.order.lookup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.order.Order;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.Requester;
import io.ordersync.order.view.LoggedOrders;
import io.ordersync.order.view.OrderSnapshot;
import io.ordersync.order.view.OrderTail;
import io.ordersync.order.view.Orders;
import io.ordersync.order.view.ViewBehind;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Finds orders in the shared table, and those that the table lacks in the tail of the log. */
@Service
@RequiredArgsConstructor
public class OrderLookup {

    /** A newer state of an order that exists is worth no longer wait. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Orders orders;
    private final OrderTail tail;

    /**
     * Finds the newest state of an order. If the log cannot be read, that is the state in the table. For an order that the
     * requester may not see, everything happens as for an order that does not exist: the same reads, so the same time, and
     * the same answers.
     *
     * @return the order. Fails with {@link OrderNotFound} if the order does not exist, and with {@link ViewBehind} if that
     *     cannot be known
     */
    public CompletableFuture<Order> byId(UUID id, Requester requester) {
        return find(id, requester, orders.find(id)).thenApply(found -> existing(id, found, requester));
    }

    /**
     * What table and log have of an id. The log is not read for an order whose life is over.
     *
     * @return without an order if it does not exist. Fails with {@link ViewBehind} if that cannot be known
     */
    public CompletableFuture<FoundOrder> find(UUID id) {
        return find(id, Requester.ANYONE, orders.find(id));
    }

    /** As {@link #find(UUID)}, and as {@link #byId} for an order that the requester may not see. */
    public CompletableFuture<FoundOrder> find(UUID id, Requester requester) {
        return find(id, requester, orders.find(id)).thenApply(found -> {
            existing(id, found, requester);
            return found;
        });
    }

    private CompletableFuture<FoundOrder> find(UUID id, Requester requester, OrderSnapshot all) {
        OrderSnapshot snapshot = all.visibleTo(requester);
        CompletableFuture<LoggedOrders> states = snapshot.isLast()
                ? CompletableFuture.completedFuture(tail.known(id, snapshot.position()))
                : newestStates(id, requester, snapshot);
        return states.thenApply(logged -> new FoundOrder(snapshot, logged));
    }

    /** Reads the log again after {@link #find}, from the same position. */
    public CompletableFuture<FoundOrder> findAgain(UUID id, FoundOrder earlier) {
        return tail.read(id, Requester.ANYONE, earlier.table().position())
                .thenApply(states -> new FoundOrder(earlier.table(), states));
    }

    CompletableFuture<FoundOrder> complete(UUID id, Requester requester, OrderSnapshot all) {
        OrderSnapshot snapshot = all.visibleTo(requester);
        CompletableFuture<LoggedOrders> states = snapshot.row().isPresent()
                ? CompletableFuture.completedFuture(tail.known(id, snapshot.position()))
                : tail.read(id, requester, snapshot.position());
        return states.thenApply(logged -> new FoundOrder(snapshot, logged));
    }

    static Order existing(UUID id, FoundOrder found, Requester requester) {
        return found.order().filter(requester::maySee).orElseThrow(() -> OrderNotFound.of(id));
    }

    private CompletableFuture<LoggedOrders> newestStates(UUID id, Requester requester, OrderSnapshot snapshot) {
        CompletableFuture<LoggedOrders> states = tail.read(id, requester, snapshot.position());
        if (snapshot.row().isEmpty()) {
            return states;
        }
        LoggedOrders known = tail.known(id, snapshot.position());
        return states.completeOnTimeout(known, LONGEST_WAIT.toMillis(), MILLISECONDS)
                .exceptionally(unread -> known);
    }
}
