package io.ordersync.order.lookup;

import io.ordersync.order.Order;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A request that waits for an order. Only a query of the table ends the wait, so its result is never outdated. */
final class OrderWaiter {

    private final UUID id;
    private final Predicate<Order> until;
    private final Duration ifPresent;
    private final Duration ifAbsent;
    private final long began = System.nanoTime();
    private final CompletableFuture<Optional<Order>> done = new CompletableFuture<>();

    OrderWaiter(UUID id, Predicate<Order> until, Duration ifPresent, Duration ifAbsent) {
        this.id = id;
        this.until = until;
        this.ifPresent = ifPresent;
        this.ifAbsent = ifAbsent;
    }

    UUID id() {
        return id;
    }

    CompletableFuture<Optional<Order>> done() {
        return done;
    }

    void onRead(@Nullable Order row) {
        if (row == null ? hasWaited(ifAbsent) : until.test(row) || hasWaited(ifPresent)) {
            done.complete(Optional.ofNullable(row));
        }
    }

    void onFailure(Throwable cause) {
        if (hasWaited(ifPresent)) {
            done.completeExceptionally(cause);
        }
    }

    private boolean hasWaited(Duration time) {
        return System.nanoTime() - began >= time.toNanos();
    }
}
