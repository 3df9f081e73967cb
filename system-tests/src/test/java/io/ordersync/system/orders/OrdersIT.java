package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OrderSystemExtension.class)
class OrdersIT {

    private final OrderSystem shop;

    OrdersIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void storesAnOrderAndTakesTheStockDown() {
        String product = shop.newProduct(1500, 100);

        UUID order = shop.orders(1).place("user-1", product, 2, 1500);
        shop.awaitDecided(List.of(order));

        JsonNode stored = shop.orders(1).getJson("/orders/" + order);
        assertThat(stored.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(stored.get("totalPrice").asInt()).isEqualTo(3000);
        assertThat(shop.tables().stockOf(product)).isEqualTo(98);
        assertThat(shop.topic().statesOf(order))
                .extracting(OrderRecord::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
    }

    @Test
    void rejectsWithItsReason() {
        String product = shop.newProduct(1500, 1);

        UUID tooMany = shop.orders(1).place("user-1", product, 2, 1500);
        UUID oldPrice = shop.orders(1).place("user-1", product, 1, 1400);
        UUID unknown = shop.orders(1).place("user-1", "no-such-product", 1, 1400);
        shop.awaitDecided(List.of(tooMany, oldPrice, unknown));

        assertThat(reasonOf(tooMany)).isEqualTo("OUT_OF_STOCK");
        assertThat(reasonOf(oldPrice)).isEqualTo("PRICE_CHANGED");
        assertThat(reasonOf(unknown)).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(shop.tables().stockOf(product)).isEqualTo(1);
    }

    @Test
    void showsTheSameOrdersWhicheverInstanceTookThem() {
        String product = shop.newProduct(1000, 100);
        String user = "user-" + UUID.randomUUID();

        List<UUID> orders = IntStream.range(0, 10)
                .mapToObj(n -> shop.orders(1 + n % 2).place(user, product, 1, 1000))
                .toList();
        shop.awaitDecided(orders);

        JsonNode first = shop.orders(1).getJson("/orders?userId=" + user);
        assertThat(first).isEqualTo(shop.orders(2).getJson("/orders?userId=" + user));
        assertThat(first.valueStream()
                        .map(order -> UUID.fromString(order.get("orderId").asString())))
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(shop.orders(2).getJson("/orders/" + orders.get(0)))
                .isEqualTo(shop.orders(1).getJson("/orders/" + orders.get(0)));
    }

    @Test
    void changesNothingWhenARecordIsDeliveredAgain() {
        String product = shop.newProduct(1000, 10);
        UUID order = shop.orders(1).place("user-1", product, 3, 1000);
        shop.awaitDecided(List.of(order));
        OrderRecord pending = shop.topic().statesOf(order).get(0);

        shop.topic().append(pending);

        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(shop.topic().statesOf(order)).hasSize(4));
        shop.awaitConsumed();
        List<OrderRecord> states = shop.topic().statesOf(order);
        assertThat(states.get(3)).as("the outcome that was stored").isEqualTo(states.get(1));
        assertThat(shop.tables().stockOf(product)).isEqualTo(7);
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(1);
        assertThat(shop.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CONFIRMED, 1));
    }

    @Test
    void changesNothingWhenTheWholeTopicIsDeliveredAgain() {
        String product = shop.newProduct(1000, 50);
        List<UUID> orders = IntStream.range(0, 40)
                .mapToObj(n -> shop.orders(1 + n % 2).place("user-1", product, 2, 1000))
                .toList();
        shop.awaitDecided(orders);
        assertThat(shop.tables().stockOf(product)).isZero();

        shop.stack().catalogService(1).kill();
        shop.stack().catalogService(2).kill();
        shop.topic().rewind("catalog-service");
        shop.stack().start(shop.stack().catalogService(1), shop.stack().catalogService(2));
        shop.awaitConsumed();

        assertThat(shop.tables().stockOf(product)).isZero();
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(40);
        assertThat(shop.tables().rowsOf(product))
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, 25, OrderStatus.REJECTED, 15));
        assertThat(shop.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    @Test
    void answers404ForAnOrderThatDoesNotExist() {
        assertThat(shop.orders(1).get("/orders/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private String reasonOf(UUID order) {
        return shop.orders(1).getJson("/orders/" + order).get("reason").asString();
    }
}
