package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class CancellationIT {

    private final OrderSystem system;

    CancellationIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void returnsTheStockOnce() {
        String product = system.newProduct(1000, 10);
        UUID order = system.orders(1).place("user-1", product, 4, 1000);
        system.awaitDecided(List.of(order));
        assertThat(system.tables().stockOf(product)).isEqualTo(6);

        HttpResponse<String> answer = system.orders(2).cancel(order);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ServiceClient.json(answer).get("status").asString()).isEqualTo("CANCELLING");
        awaitStatus(order, "CANCELLED");
        assertThat(system.tables().stockOf(product)).isEqualTo(10);
        HttpResponse<String> again = system.orders(1).cancel(order);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ServiceClient.json(again).get("orderStatus").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void leavesARejectedOrderUnchanged() {
        String product = system.newProduct(1000, 1);
        UUID order = system.orders(1).place("user-1", product, 2, 1000);
        system.awaitDecided(List.of(order));

        HttpResponse<String> answer = system.orders(1).cancel(order);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ServiceClient.json(answer).get("orderStatus").asString()).isEqualTo("REJECTED");
        assertThat(system.topic().statesOf(order)).hasSize(2);
    }

    @Test
    void endsInOneStateWhenCancellationAndDecisionCross() {
        String product = system.newProduct(1000, 20);

        List<UUID> orders = IntStream.range(0, 30)
                .mapToObj(n -> {
                    UUID order = system.orders(1 + n % 2).place("user-1", product, 1, 1000);
                    List<CompletableFuture<HttpResponse<String>>> cancels = List.of(
                            system.orders(1).cancelAsync(order),
                            system.orders(2).cancelAsync(order));
                    assertThat(cancels)
                            .allSatisfy(cancel ->
                                    assertThat(cancel.join().statusCode()).isIn(202, 409));
                    return order;
                })
                .toList();

        system.awaitDecided(orders);
        system.awaitConsumed();
        system.awaitDecided(orders);
        assertThat(system.tables().stockOf(product)).isEqualTo(20);
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 30));
        assertThat(system.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    @Test
    void takesEffectWhenItArrivesBeforeItsOrder() {
        String product = system.newProduct(1000, 10);
        Instant now = Instant.now();
        OrderRecord pending = new OrderRecord(
                UUID.randomUUID(), "user-1", product, 3, 1000, 3000, OrderStatus.PENDING, null, now, now);

        system.topic().append(pending.become(OrderStatus.CANCELLING, null, now));
        system.topic().append(pending);

        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(system.topic().statesOf(pending.orderId()))
                        .last()
                        .extracting(OrderRecord::status)
                        .isEqualTo(OrderStatus.CANCELLED));
        system.awaitConsumed();
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 1));
        assertThat(system.tables().stockOf(product)).isEqualTo(10);
        assertThat(system.tables().reservationsOf(product)).isEqualTo(1);
    }

    @Test
    void answers404ForAnUnknownOrder() {
        assertThat(system.orders(1).cancel(UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private void awaitStatus(UUID order, String status) {
        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(system.orders(1)
                                .getJson("/orders/" + order)
                                .get("status")
                                .asString())
                        .isEqualTo(status));
    }
}
