package io.ordersync.system.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.server.SpringService;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Instances that receive SIGTERM while they are busy. */
@ExtendWith(OrderSystemExtension.class)
class ShutdownIT {

    private static final int CLIENTS = 16;
    private static final int UNIT_PRICE = 1000;
    private static final int STOCK = 1_000_000;

    private final OrderSystem system;
    private final SpringService instance; // a third one, which no other test uses
    private final String product;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    ShutdownIT(OrderSystem system) {
        this.system = system;
        this.instance = system.stack().orderService(3);
        this.product = system.newProduct(UNIT_PRICE, STOCK);
    }

    /** The only POST of its user. Status and body are null if no answer came. */
    private record Request(
            String user,
            long sent,
            @Nullable Integer status,
            @Nullable String body,
            @Nullable UUID order) {}

    @AfterEach
    void leaveTheUsualInstancesRunning() {
        stopped = true;
        threads.shutdown();
        if (instance.isAlive()) {
            instance.stop();
        }
        if (!system.stack().catalogService(1).isAlive()) {
            system.stack().start(system.stack().catalogService(1));
        }
    }

    @Test
    void answersAcceptedRequestsAndTurnsUnreadyBeforeItRefusesNewOnes() throws Exception {
        system.stack().start(instance.setVariable("ORDER_SYNC_REST_DRAIN", "3s"));
        List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(n -> CompletableFuture.runAsync(this::placeUntilStopped, threads))
                .toList();
        await().atMost(OrderSystem.SOON).until(() -> requests.size() > 20 * CLIENTS);
        CompletableFuture<Long> unready = CompletableFuture.supplyAsync(this::firstUnreadyAnswer, threads);

        instance.stop();
        await().atMost(OrderSystem.SOON).until(() -> requests.stream().anyMatch(request -> request.status() == null));
        stopped = true;
        clients.forEach(CompletableFuture::join);

        long sinceUnready = unready.join();
        assertThat(requests.stream().filter(request -> request.sent() > sinceUnready && isCreated(request)))
                .as("orders placed after the first answer that the instance is not ready")
                .isNotEmpty();
        assertThat(requests)
                .as("status of each answer; null for a request without an answer")
                .allSatisfy(request ->
                        assertThat(request.status()).as(request.body()).isIn(201, 503, null));
        List<UUID> told = requests.stream()
                .filter(ShutdownIT::isCreated)
                .map(Request::order)
                .toList();
        system.awaitDecided(told);
        system.awaitConsumed();
        assertThat(system.tables().rowsOf(product))
                .as("rows: exactly the orders that were answered with 201")
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, told.size()));
        assertThat(system.tables().stockOf(product)).isEqualTo(STOCK - told.size());
        assertThat(Files.readString(instance.logFile())).contains("Graceful shutdown complete");
    }

    @Test
    void decidesEveryOrderOnceWhenACatalogServiceStops() {
        SpringService catalog = system.stack().catalogService(1);
        OrderLoad load = new OrderLoad(system.orders(2), "user-1", product, UNIT_PRICE, CLIENTS);
        await().atMost(OrderSystem.SOON).until(() -> load.accepted() > 20 * CLIENTS);

        catalog.stop();
        int before = load.accepted();
        await().atMost(OrderSystem.SOON).until(() -> load.accepted() > before + 20 * CLIENTS);
        List<UUID> orders = new ArrayList<>(load.stop());
        OrderLoad less = new OrderLoad(system.orders(2), "user-1", product, UNIT_PRICE, 1); // the start needs the CPU
        system.stack().start(catalog);
        await().atMost(OrderSystem.SOON).until(() -> system.topic().membersOf("catalog-service") == 2);
        orders.addAll(less.stop());

        system.awaitDecided(orders);
        system.awaitConsumed();
        Map<UUID, Long> states = system.topic().statesOf(Set.copyOf(orders)).stream()
                .collect(groupingBy(OrderRecord::orderId, counting()));
        assertThat(states.values())
                .as("records of each order: PENDING and its outcome")
                .containsOnly(2L);
        assertThat(system.tables().stockOf(product)).isEqualTo(STOCK - orders.size());
    }

    private void placeUntilStopped() {
        while (!stopped) {
            String user = "user-" + UUID.randomUUID();
            long sent = System.nanoTime();
            try {
                HttpResponse<String> answer =
                        system.orders(3).post(user, product, 1, UNIT_PRICE).join();
                UUID order = answer.statusCode() == 201 ? ServiceClient.created(answer) : null;
                requests.add(new Request(user, sent, answer.statusCode(), answer.body(), order));
            } catch (CompletionException noAnswer) {
                requests.add(new Request(user, sent, null, null, null));
            }
        }
    }

    private static boolean isCreated(Request request) {
        return request.order() != null;
    }

    private long firstUnreadyAnswer() {
        return await().atMost(OrderSystem.SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> system.orders(3).get("/actuator/health/readiness").statusCode() == 503
                                ? System.nanoTime()
                                : 0,
                        answered -> answered > 0);
    }
}
