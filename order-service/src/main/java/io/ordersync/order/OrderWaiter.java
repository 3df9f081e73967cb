package io.ordersync.order;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;

/** One request that waits for an order. */
@RequiredArgsConstructor
final class OrderWaiter {

    private final UUID id;
    private final Predicate<Optional<Order>> until;
    private final CompletableFuture<Optional<Order>> done = new CompletableFuture<>();
    private volatile Optional<Order> seen = Optional.empty();
    private volatile @Nullable RuntimeException failure;

    UUID id() {
        return id;
    }

    void sees(Optional<Order> row) {
        seen = row;
        failure = null;
        if (until.test(row)) {
            done.complete(row);
        }
    }

    void seesNothing(RuntimeException cause) {
        failure = cause;
    }

    CompletableFuture<Optional<Order>> within(Duration atMost) {
        return done.orTimeout(atMost.toMillis(), MILLISECONDS).exceptionally(timeout -> lastSeen());
    }

    private Optional<Order> lastSeen() {
        RuntimeException unread = failure;
        if (unread != null) {
            throw unread;
        }
        return seen;
    }
}
