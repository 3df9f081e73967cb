package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/**
 * One sequence of events for a product and a few orders. The events of one order happen one after another; those of
 * different orders happen concurrently, and a kill happens while some of them are in progress.
 */
final class OrderScenario implements AutoCloseable {

    static final int ORDERS = 6;

    private static final int ON_THEIR_WAY = 4;

    private final OrderSystem system;
    private final String product;
    private final int unitPrice;
    private final String key = UUID.randomUUID().toString();
    private final Map<Integer, UUID> placed = new ConcurrentHashMap<>();
    private final Set<UUID> orders = ConcurrentHashMap.newKeySet();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Map<Integer, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> events = new ArrayList<>();
    private final List<CompletableFuture<Void>> restarts = new ArrayList<>();

    OrderScenario(OrderSystem system, String product, int unitPrice) {
        this.system = system;
        this.product = product;
        this.unitPrice = unitPrice;
    }

    /** An event. Its number selects an order, or an instance for a kill. */
    enum Event {
        POST(OrderScenario::post),
        DELETE(OrderScenario::delete),
        PENDING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.PENDING)),
        CANCELLING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.CANCELLING)),
        REDELIVERY(OrderScenario::redeliver),
        ORDER_SERVICE_IS_KILLED((round, n) -> round.kill(round.system.stack().orderService(1 + n % 2))),
        CATALOG_SERVICE_IS_KILLED((round, n) -> round.kill(round.system.stack().catalogService(1 + n % 2))),
        CONNECT_WORKER_IS_KILLED((round, n) -> round.kill(round.system.stack().worker()));

        private final BiConsumer<OrderScenario, Integer> action;

        Event(BiConsumer<OrderScenario, Integer> action) {
            this.action = action;
        }

        private boolean isKill() {
            return compareTo(ORDER_SERVICE_IS_KILLED) >= 0;
        }
    }

    record Step(Event event, int number) {

        @Override
        public String toString() {
            return event + " " + number;
        }
    }

    void take(Step step) {
        if (step.event().isKill()) {
            join(events.subList(0, Math.max(0, events.size() - ON_THEIR_WAY)));
            step.event().action.accept(this, step.number());
        } else {
            events.add(last.compute(
                    step.number(),
                    (order, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                            .thenRunAsync(() -> step.event().action.accept(this, order), clients)));
        }
    }

    /** Waits for all events and restarts, and returns the orders that exist. */
    Set<UUID> finish() {
        join(events);
        join(restarts);
        return orders;
    }

    /** Waits for the restarts, also of a sequence that failed: other tests use the same system. */
    @Override
    public void close() {
        CompletableFuture.allOf(restarts.toArray(CompletableFuture<?>[]::new))
                .handle((done, failure) -> done) // finish() reports it
                .join();
        clients.shutdownNow();
    }

    private void post(int order) {
        HttpResponse<String> answer = ask(
                1 + order % 2,
                n -> system.orders(n).post("user-1", product, 1 + order, unitPrice, "Idempotency-Key", key + order));
        UUID id = ServiceClient.created(answer);
        placed.putIfAbsent(order, id);
        orders.add(id);
    }

    private void delete(int order) {
        UUID id = placed.get(order);
        if (id != null) {
            HttpResponse<String> answer =
                    ask(2 - order % 2, n -> system.orders(n).cancelAsync(id));
            assertThat(answer.statusCode()).isIn(202, 404, 409); // 404: the order has no row yet
        }
    }

    /** Asks the other instance after a 503 or without an answer, as a client does. */
    private static HttpResponse<String> ask(
            int instance, IntFunction<CompletableFuture<HttpResponse<String>>> request) {
        return request.apply(instance)
                .exceptionally(noAnswer -> null)
                .thenCompose(answer -> answer == null || answer.statusCode() == 503
                        ? request.apply(3 - instance)
                        : CompletableFuture.completedFuture(answer))
                .join();
    }

    private void arrives(int order, OrderStatus status) {
        Instant now = Instant.now();
        UUID id = placed.computeIfAbsent(order, n -> UUID.randomUUID());
        orders.add(id);
        int qty = 1 + order;
        system.topic()
                .append(new OrderRecord(
                        id, "user-1", product, qty, unitPrice, qty * unitPrice, status, null, now, now));
    }

    private void redeliver(int order) {
        system.topic().statesOf(orders).stream()
                .filter(record -> !record.status().isFinal())
                .skip(order)
                .findFirst()
                .ifPresent(system.topic()::append);
    }

    private void kill(Part part) {
        part.kill();
        restarts.add(CompletableFuture.runAsync(() -> system.stack().start(part), clients));
    }

    private static void join(List<CompletableFuture<Void>> some) {
        some.forEach(CompletableFuture::join);
    }
}
