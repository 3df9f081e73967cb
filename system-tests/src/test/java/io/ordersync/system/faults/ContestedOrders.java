package io.ordersync.system.faults;

import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Clients that place one order after another with an {@code Idempotency-Key}. Half of them send another quantity with the same
 * key to the other instance at the same time, and half of the orders are cancelled at once or a while later.
 */
final class ContestedOrders {

    private static final int CLIENTS = 12;

    private final OrderSystem system;
    private final String product;
    private final int unitPrice;
    private final Set<UUID> accepted = ConcurrentHashMap.newKeySet();
    private final Queue<UUID> cancelled = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopped;

    ContestedOrders(OrderSystem system, String product, int unitPrice, long seed) {
        this.system = system;
        this.product = product;
        this.unitPrice = unitPrice;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(n -> CompletableFuture.runAsync(() -> placeUntilStopped(new Random(seed + n)), threads))
                .toList();
    }

    /** The orders that were answered with 201. */
    Set<UUID> accepted() {
        return accepted;
    }

    /** The orders whose cancellation was answered with 202. */
    List<UUID> cancelled() {
        return List.copyOf(cancelled);
    }

    /** Lets every client finish. */
    void stop() {
        stopped = true;
        clients.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void placeUntilStopped(Random random) {
        UUID earlier = null;
        while (!stopped) {
            String user = "user-" + UUID.randomUUID();
            CompletableFuture<UUID> first = place(1, user, 1);
            if (random.nextBoolean()) {
                place(2, user, 2).join();
            }
            UUID order = first.join();
            if (random.nextBoolean() && order != null) {
                cancel(order);
            }
            if (random.nextBoolean() && earlier != null) {
                cancel(earlier);
            }
            earlier = order;
        }
    }

    private CompletableFuture<UUID> place(int instance, String user, int qty) {
        return system.orders(instance)
                .post(user, product, qty, unitPrice, "Idempotency-Key", "key")
                .thenApply(this::recordAnswer);
    }

    private UUID recordAnswer(HttpResponse<String> answer) {
        if (answer.statusCode() == 422 || answer.statusCode() == 503) {
            return null;
        }
        UUID order = ServiceClient.created(answer);
        accepted.add(order);
        return order;
    }

    void cancel(UUID order) {
        int status = system.orders(2).cancel(order).statusCode();
        if (status == 202) {
            cancelled.add(order);
        } else if (!Set.of(404, 409, 503).contains(status)) {
            throw new AssertionError("DELETE: " + status);
        }
    }
}
