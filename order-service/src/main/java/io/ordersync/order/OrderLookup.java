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
     * @return the order, else {@link OrderNotFound}
     */
    public CompletableFuture<Order> byId(UUID id) {
        return orders.find(id).map(CompletableFuture::completedFuture).orElseGet(() -> missing(id));
    }

    /**
     * Waits for an order's final state.
     *
     * @return the order when its state is final or the time is up, else {@link OrderNotFound}
     */
    public CompletableFuture<Order> decided(UUID id, Duration atMost) {
        boolean mayCome = ids.mayBeOnItsWay(id);
        return watch.await(id, row -> row.map(Order::isFinal).orElse(!mayCome), atMost)
                .thenCompose(row -> row.map(CompletableFuture::completedFuture).orElseGet(() -> missing(id)));
    }

    /** See {@link Orders#ofUser}. */
    public List<Order> ofUser(String userId, int limit, @Nullable UUID after) {
        return orders.ofUser(userId, limit, after);
    }

    private CompletableFuture<Order> missing(UUID id) {
        if (!ids.mayBeOnItsWay(id)) {
            return CompletableFuture.failedFuture(OrderNotFound.of(id));
        }
        return watch.await(id, Optional::isPresent, limits.newOrder())
                .thenApply(row -> row.orElseThrow(() -> OrderNotFound.of(id)));
    }
}
