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

    private final OrderSystem shop;

    CancellationIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void givesTheStockBackOnce() {
        String product = shop.newProduct(1000, 10);
        UUID order = shop.orders(1).place("user-1", product, 4, 1000);
        shop.awaitDecided(List.of(order));
        assertThat(shop.tables().stockOf(product)).isEqualTo(6);

        HttpResponse<String> answer = shop.orders(2).cancel(order);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(ServiceClient.json(answer).get("status").asString()).isEqualTo("CANCELLING");
        awaitStatus(order, "CANCELLED");
        assertThat(shop.tables().stockOf(product)).isEqualTo(10);
        HttpResponse<String> again = shop.orders(1).cancel(order);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ServiceClient.json(again).get("orderStatus").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void leavesARejectedOrderAsItIs() {
        String product = shop.newProduct(1000, 1);
        UUID order = shop.orders(1).place("user-1", product, 2, 1000);
        shop.awaitDecided(List.of(order));

        HttpResponse<String> answer = shop.orders(1).cancel(order);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(ServiceClient.json(answer).get("orderStatus").asString()).isEqualTo("REJECTED");
        assertThat(shop.topic().statesOf(order)).hasSize(2);
    }

    @Test
    void endsInOneStateWhenItCrossesTheDecision() {
        String product = shop.newProduct(1000, 20);

        List<UUID> orders = IntStream.range(0, 30)
                .mapToObj(n -> {
                    UUID order = shop.orders(1 + n % 2).place("user-1", product, 1, 1000);
                    List<CompletableFuture<HttpResponse<String>>> cancels = List.of(
                            shop.orders(1).cancelAsync(order), shop.orders(2).cancelAsync(order));
                    assertThat(cancels)
                            .allSatisfy(cancel ->
                                    assertThat(cancel.join().statusCode()).isIn(202, 409));
                    return order;
                })
                .toList();

        shop.awaitDecided(orders);
        shop.awaitConsumed();
        shop.awaitDecided(orders);
        assertThat(shop.tables().stockOf(product)).isEqualTo(20);
        assertThat(shop.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 30));
        assertThat(shop.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    @Test
    void standsWhenItOvertakesItsOrder() {
        String product = shop.newProduct(1000, 10);
        Instant now = Instant.now();
        OrderRecord pending = new OrderRecord(
                UUID.randomUUID(), "user-1", product, 3, 1000, 3000, OrderStatus.PENDING, null, now, now);

        shop.topic().append(pending.become(OrderStatus.CANCELLING, null, now));
        shop.topic().append(pending);

        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(shop.topic().statesOf(pending.orderId()))
                        .last()
                        .extracting(OrderRecord::status)
                        .isEqualTo(OrderStatus.CANCELLED));
        shop.awaitConsumed();
        assertThat(shop.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 1));
        assertThat(shop.tables().stockOf(product)).isEqualTo(10);
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(1);
    }

    @Test
    void answers404ForAnOrderThatDoesNotExist() {
        assertThat(shop.orders(1).cancel(UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    private void awaitStatus(UUID order, String status) {
        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(shop.orders(1)
                                .getJson("/orders/" + order)
                                .get("status")
                                .asString())
                        .isEqualTo(status));
    }
}
