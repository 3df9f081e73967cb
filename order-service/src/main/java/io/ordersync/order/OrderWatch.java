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

    /** Whether another request may wait; one that may not is answered without waiting. */
    boolean hasRoom() {
        return waiters.size() < limits.maxWaiters();
    }

    /**
     * Waits for a state of an order's row. Reads nothing itself, so any thread may call it.
     *
     * @param until the state that is waited for
     * @param ifPresent how long a row is waited for to be in that state
     * @param ifAbsent how long a row is waited for to appear
     * @return the row at the first look after that, or nothing if there is none. Failed if the table could not be read;
     *     a database that hangs delays the answer by its time-outs
     */
    CompletableFuture<Optional<Order>> await(UUID id, Predicate<Order> until, Duration ifPresent, Duration ifAbsent) {
        var waiter = new OrderWaiter(id, until, ifPresent, ifAbsent);
        waiters.add(waiter);
        return waiter.done().whenComplete((row, failure) -> waiters.remove(waiter));
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
            waiting.forEach(waiter -> waiter.sees(rows.get(waiter.id())));
        } catch (Throwable e) { // whatever it is, the next look must come
            log.debug("The table cannot be read", e);
            waiting.forEach(waiter -> waiter.cannotSee(e));
        }
    }
}
