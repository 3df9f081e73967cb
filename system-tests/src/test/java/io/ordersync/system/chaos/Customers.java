package io.ordersync.system.chaos;

import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Clients that place one order after another at a steady pace. Half of the orders have an Idempotency-Key. A client that gets
 * 503 or no answer asks another instance, and sometimes repeats a request that was answered. A fifth of the orders is
 * cancelled, and now and then a product is restocked.
 */
final class Customers {

    private static final int CLIENTS = 12;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int ANSWER_LIMIT_SECONDS = 8;
    private static final int ATTEMPTS = 20;
    private static final int SOME = 5;
    private static final int SELDOM = 25;

    private final OrderSystem system;
    private final TestProducts products;
    private final Answers answers;
    private final ViewLag view;
    private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopped;

    Customers(OrderSystem system, TestProducts products, Answers answers, ViewLag view, long seed) {
        this.answers = answers;
        this.view = view;
        this.system = system;
        this.products = products;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(n ->
                        CompletableFuture.runAsync(() -> new Customer(new Random(seed + n)).placeOrders(), threads))
                .toList();
    }

    /** Lets every client finish its current purchase, and returns all purchases. */
    List<Purchase> stop() {
        stopped = true;
        threads.shutdown();
        clients.forEach(CompletableFuture::join);
        return List.copyOf(purchases);
    }

    private final class Customer {

        private final Random random;

        Customer(Random random) {
            this.random = random;
        }

        void placeOrders() {
            while (!stopped) {
                Purchase purchase = buy();
                if (purchase.key() != null && random.nextInt(SOME) == 0) {
                    order(purchase);
                }
                read(purchase);
                if (random.nextInt(SOME) == 0) {
                    pause(random.nextDouble());
                    cancel(purchase);
                }
                if (random.nextInt(SELDOM) == 0) {
                    products.restock(1 + random.nextInt(2), random);
                }
                pause(0.5 + random.nextDouble());
            }
        }

        private Purchase buy() {
            String id = UUID.randomUUID().toString();
            Purchase purchase = new Purchase(
                    "user-" + id,
                    random.nextBoolean() ? "key-" + id : null,
                    products.any(random),
                    1 + random.nextInt(TestProducts.LARGEST_ORDER));
            purchases.add(purchase);
            order(purchase);
            return purchase;
        }

        private void order(Purchase purchase) {
            int attempts = purchase.key() == null ? 1 : ATTEMPTS;
            for (int attempt = 0; attempt < attempts; attempt++) {
                HttpResponse<String> answer = answers.count("POST", answer(purchase.orderAt(anyInstance())));
                if (isDefinite(answer)) {
                    UUID order = ServiceClient.created(answer);
                    purchase.confirm(order);
                    view.expect(order);
                    return;
                }
                pause(2);
            }
        }

        private void read(Purchase purchase) {
            for (UUID order : purchase.confirmedOrders()) {
                HttpResponse<String> answer =
                        answers.count("GET", answer(anyInstance().getAsync("/orders/" + order)));
                if (isDefinite(answer) && answer.statusCode() != 200) {
                    purchase.recordDenied("GET " + answer.statusCode());
                }
            }
        }

        private void cancel(Purchase purchase) {
            if (!purchase.isConfirmed()) {
                return;
            }
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                purchase.recordCancelSent();
                HttpResponse<String> answer = answers.count(
                        "DELETE",
                        answer(anyInstance()
                                .cancelAsync(
                                        purchase.confirmedOrders().iterator().next())));
                if (isDefinite(answer)) {
                    switch (answer.statusCode()) {
                        case 202 -> purchase.recordCancelAccepted();
                        case 404 -> purchase.recordDenied("DELETE 404");
                        case 409 -> {} // the order is rejected
                        default ->
                            throw new AssertionError("cancel: %d %s".formatted(answer.statusCode(), answer.body()));
                    }
                    return;
                }
                pause(2);
            }
        }

        private ServiceClient anyInstance() {
            return system.orders(1 + random.nextInt(2));
        }

        private void pause(double times) {
            LockSupport.parkNanos((long) (PAUSE.toNanos() * times));
        }
    }

    private static boolean isDefinite(@Nullable HttpResponse<String> answer) {
        return answer != null && answer.statusCode() != 503;
    }

    /** Returns the answer, or null if none came in time. */
    static @Nullable HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> sent) {
        try {
            return sent.orTimeout(ANSWER_LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException noAnswer) {
            return null;
        }
    }
}
