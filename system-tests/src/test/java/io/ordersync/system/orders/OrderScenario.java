package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.process.Part;
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
 * One sequence of events around a product and some orders of its own. The events of one order follow each other; those of
 * different orders overtake each other as they may, and a kill comes while some of them are on their way.
 */
final class OrderScenario implements AutoCloseable {

    static final int ORDERS = 6;

    private static final int ON_THEIR_WAY = 4;

    private final OrderSystem shop;
    private final String product;
    private final int unitPrice;
    private final String key = UUID.randomUUID().toString();
    private final Map<Integer, UUID> placed = new ConcurrentHashMap<>();
    private final Set<UUID> orders = ConcurrentHashMap.newKeySet();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Map<Integer, CompletableFuture<Void>> last = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Void>> events = new ArrayList<>();
    private final List<CompletableFuture<Void>> restarts = new ArrayList<>();

    OrderScenario(OrderSystem shop, String product, int unitPrice) {
        this.shop = shop;
        this.product = product;
        this.unitPrice = unitPrice;
    }

    /** What can happen, to an order that is meant by its number or to an instance that the number is taken for. */
    enum Event {
        POST(OrderScenario::post),
        DELETE(OrderScenario::delete),
        PENDING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.PENDING)),
        CANCELLING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.CANCELLING)),
        REDELIVERY(OrderScenario::redeliver),
        ORDER_SERVICE_IS_KILLED((round, n) -> round.kill(round.shop.stack().orderService(1 + n % 2))),
        CATALOG_SERVICE_IS_KILLED((round, n) -> round.kill(round.shop.stack().catalogService(1 + n % 2))),
        CONNECT_WORKER_IS_KILLED((round, n) -> round.kill(round.shop.stack().worker()));

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

    /** Waits until all has happened and what was killed is back; returns the orders that there are then. */
    Set<UUID> finish() {
        join(events);
        join(restarts);
        return orders;
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }

    private void post(int order) {
        HttpResponse<String> answer = ask(
                1 + order % 2,
                n -> shop.orders(n).post("user-1", product, 1 + order, unitPrice, "Idempotency-Key", key + order));
        UUID id = ServiceClient.created(answer);
        placed.putIfAbsent(order, id);
        orders.add(id);
    }

    private void delete(int order) {
        UUID id = placed.get(order);
        if (id != null) {
            HttpResponse<String> answer = ask(2 - order % 2, n -> shop.orders(n).cancelAsync(id));
            assertThat(answer.statusCode()).isIn(202, 404, 409); // 404: it is only on the topic yet
        }
    }

    /** As a client does: who gets no answer from one instance, or is told to come back, asks the other. */
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
        shop.topic()
                .append(new OrderRecord(
                        id, "user-1", product, qty, unitPrice, qty * unitPrice, status, null, now, now));
    }

    private void redeliver(int order) {
        shop.topic().statesOf(orders).stream()
                .filter(record -> !record.status().isFinal())
                .skip(order)
                .findFirst()
                .ifPresent(shop.topic()::append);
    }

    private void kill(Part part) {
        part.kill();
        restarts.add(CompletableFuture.runAsync(() -> shop.stack().start(part), clients));
    }

    private static void join(List<CompletableFuture<Void>> some) {
        some.forEach(CompletableFuture::join);
    }
}
