package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sink does not write the table, and every request is answered as if it did. */
@ExtendWith(OrderSystemExtension.class)
class ViewBehindIT {

    private static final String KEY = "Idempotency-Key";
    private static final String SINK = "orders-sink";

    private final OrderSystem system;

    ViewBehindIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void answersExactlyAtTheOtherInstanceWhileTheWorkerIsFrozen() {
        String product = system.newProduct(1000, 100);
        List<UUID> orders;
        system.stack().worker().freeze();
        try {
            orders = placeReadAndCancel(product);
        } finally {
            system.stack().worker().thaw();
        }
        assertCancelled(orders, product);
    }

    @Test
    void answersExactlyAtTheOtherInstanceWhileTheSinkIsPaused() throws Exception {
        String product = system.newProduct(1000, 100);
        List<UUID> orders;
        system.stack().worker().connect().pause(SINK);
        try {
            await().atMost(OrderSystem.SOON).until(() -> states().startsWith("PAUSED") && states().endsWith("PAUSED"));
            orders = placeReadAndCancel(product);
        } finally {
            system.stack().worker().connect().resume(SINK);
        }
        assertCancelled(orders, product);
    }

    /** Neither a decision nor a row tells which of two orders has the key. */
    @Test
    void acceptsOneOfTwoOrdersThatRaceForAKeyWithoutDecisionsAndRows() {
        String product = system.newProduct(1000, 1_000);
        Map<UUID, Integer> taken = new HashMap<>();
        system.stack().catalogService(1).freeze();
        system.stack().catalogService(2).freeze();
        system.stack().worker().freeze();
        try {
            for (int round = 0; round < 40; round++) {
                String key = UUID.randomUUID().toString();
                int first = 1 + round % 2;
                CompletableFuture<HttpResponse<String>> one =
                        system.orders(1).post("user-1", product, first, 1000, KEY, key);
                CompletableFuture<HttpResponse<String>> other =
                        system.orders(2).post("user-1", product, 3 - first, 1000, KEY, key);
                List<HttpResponse<String>> answers = List.of(one.join(), other.join());

                assertThat(answers)
                        .extracting(HttpResponse::statusCode)
                        .as("round %d", round)
                        .containsExactlyInAnyOrder(201, 422);
                HttpResponse<String> created = answers.get(answers.get(0).statusCode() == 201 ? 0 : 1);
                taken.put(
                        ServiceClient.created(created),
                        ServiceClient.json(created).get("qty").asInt());
            }
            system.stack().worker().thaw();
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> system.tables().rowsOf(taken.keySet()).size() == taken.size());
            assertQuantities(taken);
        } finally {
            system.stack().worker().thaw();
            system.stack().catalogService(1).thaw();
            system.stack().catalogService(2).thaw();
        }
        system.awaitDecided(List.copyOf(taken.keySet()));
        assertQuantities(taken);
        assertThat(system.tables().confirmedOf(product))
                .as("pieces in the ledger")
                .isEqualTo(taken.values().stream().mapToInt(qty -> qty).sum());
    }

    private List<UUID> placeReadAndCancel(String product) {
        List<UUID> orders = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            String key = UUID.randomUUID().toString();
            UUID keyed = ServiceClient.created(
                    system.orders(1).post("user-1", product, 2, 1000, KEY, key).join());
            UUID order = system.orders(1).place("user-1", product, 1, 1000);

            assertThat(system.orders(2).get("/orders/" + keyed).statusCode()).isEqualTo(200);
            assertThat(system.orders(2).get("/orders/" + order).statusCode()).isEqualTo(200);
            assertThat(ServiceClient.created(system.orders(2)
                            .post("user-1", product, 2, 1000, KEY, key)
                            .join()))
                    .isEqualTo(keyed);
            assertThat(system.orders(2)
                            .post("user-1", product, 3, 1000, KEY, key)
                            .join()
                            .statusCode())
                    .isEqualTo(422);
            assertThat(system.orders(2).get("/orders/" + UUID.randomUUID()).statusCode())
                    .isEqualTo(404);
            orders.addAll(List.of(keyed, order));
        }
        orders.forEach(order -> awaitStatus(order, "CONFIRMED"));
        orders.forEach(
                order -> assertThat(system.orders(2).cancel(order).statusCode()).isEqualTo(202));
        orders.forEach(order -> awaitStatus(order, "CANCELLED"));
        orders.forEach(
                order -> assertThat(system.orders(2).cancel(order).statusCode()).isEqualTo(409));
        return orders;
    }

    private void assertCancelled(List<UUID> orders, String product) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(system.tables().rowsOf(orders).values())
                        .hasSize(orders.size())
                        .containsOnly(OrderStatus.CANCELLED));
        assertThat(system.tables().stockOf(product)).isEqualTo(100);
    }

    private void assertQuantities(Map<UUID, Integer> taken) {
        taken.forEach((order, qty) -> assertThat(
                        system.orders(1).getJson("/orders/" + order).get("qty").asInt())
                .isEqualTo(qty));
    }

    private void awaitStatus(UUID order, String status) {
        await().atMost(OrderSystem.SOON)
                .until(() -> system.orders(2)
                        .getJson("/orders/" + order)
                        .get("status")
                        .asString()
                        .equals(status));
    }

    private String states() throws Exception {
        return system.stack().worker().connect().status(SINK).orElseThrow().states();
    }
}
