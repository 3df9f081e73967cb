package io.ordersync.order.lookup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.ordersync.order.Order;
import io.ordersync.order.Orders;
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
 * Polls the shared table until orders reach a state. All waiting requests share one query per interval, and none holds a
 * thread.
 */
@Slf4j
@Component
public class OrderPoller implements DisposableBean {

    private final Orders orders;
    private final WaitProperties limits;
    private final Set<OrderWaiter> waiters = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "order-poller"));

    OrderPoller(Orders orders, WaitProperties limits) {
        this.orders = orders;
        this.limits = limits;
        long interval = limits.interval().toMillis();
        timer.scheduleWithFixedDelay(this::poll, interval, interval, MILLISECONDS);
    }

    /** Whether another request may wait. */
    public boolean hasCapacity() {
        return waiters.size() < limits.maxWaiters();
    }

    /**
     * Waits for a state of an order's row. Does not read the table itself, so it never blocks.
     *
     * @param until the expected state
     * @param ifPresent how long to wait for this state when the row exists
     * @param ifAbsent how long to wait for the row when it does not exist
     * @return the row in this state or at the end of the time, or empty if there is no row. Fails if the table cannot be
     *     read; a database that hangs delays the result by its time-outs
     */
    public CompletableFuture<Optional<Order>> await(
            UUID id, Predicate<Order> until, Duration ifPresent, Duration ifAbsent) {
        var waiter = new OrderWaiter(id, until, ifPresent, ifAbsent);
        waiters.add(waiter);
        return waiter.done().whenComplete((row, failure) -> waiters.remove(waiter));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private void poll() {
        List<OrderWaiter> waiting = List.copyOf(waiters);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            Map<UUID, Order> rows = orders
                    .findAll(waiting.stream().map(OrderWaiter::id).collect(toSet()))
                    .stream()
                    .collect(toMap(Order::id, identity()));
            waiting.forEach(waiter -> waiter.onRead(rows.get(waiter.id())));
        } catch (Throwable e) { // an exception would end the schedule
            log.debug("The orders table cannot be read", e);
            waiting.forEach(waiter -> waiter.onFailure(e));
        }
    }
}
