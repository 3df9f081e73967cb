package io.ordersync.order.lookup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.order.Order;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.Requester;
import io.ordersync.order.view.OrderTail;
import io.ordersync.order.view.Orders;
import io.ordersync.order.view.ViewPosition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Lists the orders that the shared table has, and tells how old the table is. */
@Service
public class OrderPages {

    /** The age of the table is worth no longer wait. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);

    private final Orders orders;
    private final OrderTail tail;
    private final OrderLookup lookup;
    private final Clock clock;
    private final Executor executor;

    /** @param executor reads the table where the request has no thread any more */
    OrderPages(
            Orders orders,
            OrderTail tail,
            OrderLookup lookup,
            Clock clock,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.orders = orders;
        this.tail = tail;
        this.lookup = lookup;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * A page of a user's orders, newest first.
     *
     * @param after the last order of the page before, or null for the first page
     * @return the page. Fails with {@link OrderNotFound} if there is no order {@code after} that the requester may see
     */
    public CompletableFuture<OrderPage> ofUser(String userId, Requester requester, int limit, @Nullable UUID after) {
        ViewPosition position = orders.position();
        return orders(userId, requester, limit, after).thenCombine(age(position), OrderPage::new);
    }

    private CompletableFuture<List<Order>> orders(String userId, Requester requester, int limit, @Nullable UUID after) {
        if (after == null) {
            return CompletableFuture.completedFuture(orders.ofUser(userId, limit, null));
        }
        CompletableFuture<Order> last = lookup.byId(after, requester);
        return last.isDone()
                ? last.thenApply(order -> orders.ofUser(userId, limit, order))
                : last.thenApplyAsync(order -> orders.ofUser(userId, limit, order), executor);
    }

    private CompletableFuture<ViewAge> age(ViewPosition position) {
        return tail.oldestMissing(position)
                .thenApply(at -> ViewAge.since(at, clock.instant()))
                .completeOnTimeout(ViewAge.UNKNOWN, LONGEST_WAIT.toMillis(), MILLISECONDS)
                .exceptionally(unread -> ViewAge.UNKNOWN);
    }
}
