package io.ordersync.order;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Waits for orders to reach a state in the shared table, for any number of requests at once: all of them together cost
 * one query per interval, and none of them holds a thread.
 */
@Slf4j
@Component
class OrderWatch implements DisposableBean {

    private final Orders orders;
    private final WaitProperties limits;
    private final Set<OrderWaiter> waiters = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "order-watch"));

    OrderWatch(Orders orders, WaitProperties limits) {
        this.orders = orders;
        this.limits = limits;
        long interval = limits.interval().toMillis();
        ticks.scheduleWithFixedDelay(this::look, interval, interval, MILLISECONDS);
    }

    /**
     * Waits until the order's row, or its absence, is what is waited for. When more wait already than are allowed, the
     * answer is what the table shows now.
     *
     * @param until asked with every look at the table; empty while there is no row
     * @return the row last seen, when that is so or the time is up. Failed if the table could not be read up to then
     */
    CompletableFuture<Optional<Order>> await(UUID id, Predicate<Optional<Order>> until, Duration atMost) {
        if (waiters.size() >= limits.maxWaiters()) {
            return CompletableFuture.completedFuture(orders.find(id));
        }
        var waiter = new OrderWaiter(id, until);
        waiters.add(waiter);
        return waiter.within(atMost).whenComplete((row, failure) -> waiters.remove(waiter));
    }

    @Override
    public void destroy() {
        ticks.shutdownNow();
    }

    private void look() {
        List<OrderWaiter> waiting = List.copyOf(waiters);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Order> rows = orders
                    .findAll(waiting.stream().map(OrderWaiter::id).collect(toSet()))
                    .stream()
                    .collect(toMap(Order::id, identity()));
            waiting.forEach(waiter -> waiter.sees(Optional.ofNullable(rows.get(waiter.id()))));
        } catch (RuntimeException e) {
            log.debug("The table cannot be read", e);
            waiting.forEach(waiter -> waiter.seesNothing(e));
        }
    }
}
