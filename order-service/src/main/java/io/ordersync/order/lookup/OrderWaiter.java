package io.ordersync.order.lookup;

import io.ordersync.order.view.OrderSnapshot;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** A request that waits for an order. Only a query of the table ends the wait, so its result is never outdated. */
final class OrderWaiter {

    private final UUID id;
    private final Predicate<OrderSnapshot> until;
    private final Duration atMost;
    private final long began = System.nanoTime();
    private final CompletableFuture<OrderSnapshot> done = new CompletableFuture<>();

    OrderWaiter(UUID id, Predicate<OrderSnapshot> until, Duration atMost) {
        this.id = id;
        this.until = until;
        this.atMost = atMost;
    }

    UUID id() {
        return id;
    }

    CompletableFuture<OrderSnapshot> done() {
        return done;
    }

    void onRead(OrderSnapshot snapshot) {
        if (until.test(snapshot) || isOver()) {
            done.complete(snapshot);
        }
    }

    void onFailure(Throwable cause) {
        if (isOver()) {
            done.completeExceptionally(cause);
        }
    }

    private boolean isOver() {
        return System.nanoTime() - began >= atMost.toNanos();
    }
}
