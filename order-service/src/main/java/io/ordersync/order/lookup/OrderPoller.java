package io.ordersync.order.lookup;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.stream.Collectors.toSet;

import io.ordersync.order.view.OrderSnapshot;
import io.ordersync.order.view.Orders;
import io.ordersync.order.view.TableSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Polls the shared table until orders are decided. All waiting requests share one query per interval, and none holds a
 * thread.
 */
@Slf4j
@Component
class OrderPoller implements DisposableBean {

    private final Orders orders;
    private final Semaphore places;
    private final Set<OrderWaiter> waiters = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "order-poller"));

    OrderPoller(Orders orders, WaitProperties limits) {
        this.orders = orders;
        this.places = new Semaphore(limits.maxWaiters());
        long interval = limits.interval().toMillis();
        timer.scheduleWithFixedDelay(this::poll, interval, interval, MILLISECONDS);
    }

    /**
     * Reads an order with the next query of the table. Takes no place among the waiting requests.
     *
     * @return fails if the table cannot be read
     */
    CompletableFuture<OrderSnapshot> read(UUID id) {
        return await(new OrderWaiter(id, snapshot -> true, Duration.ZERO));
    }

    /**
     * Waits until the table shows an order's decision. Does not read the table itself, so it never blocks.
     *
     * @return the order in this state or at the end of the time. Fails if the table cannot be read; a database that hangs
     *     delays the result by its time-outs. Empty if as many requests wait already as may
     */
    Optional<CompletableFuture<OrderSnapshot>> awaitDecision(UUID id, Duration atMost) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        var waiter = new OrderWaiter(id, OrderSnapshot::isDecided, atMost);
        return Optional.of(await(waiter).whenComplete((row, failure) -> places.release()));
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private CompletableFuture<OrderSnapshot> await(OrderWaiter waiter) {
        waiters.add(waiter);
        return waiter.done().whenComplete((row, failure) -> waiters.remove(waiter));
    }

    private void poll() {
        List<OrderWaiter> waiting = List.copyOf(waiters);
        if (waiting.isEmpty()) {
            return;
        }
        try {
            TableSnapshot table =
                    orders.findAll(waiting.stream().map(OrderWaiter::id).collect(toSet()));
            waiting.forEach(waiter -> waiter.onRead(table.of(waiter.id())));
        } catch (Throwable e) { // an exception would end the schedule
            log.debug("The orders table cannot be read", e);
            waiting.forEach(waiter -> waiter.onFailure(e));
        }
    }
}
