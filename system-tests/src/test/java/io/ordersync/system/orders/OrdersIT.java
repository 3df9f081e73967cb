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

    private final OrderSystem system;

    OrdersIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void storesAnOrderAndReducesTheStock() {
        String product = system.newProduct(1500, 100);

        UUID order = system.orders(1).place("user-1", product, 2, 1500);
        system.awaitDecided(List.of(order));

        JsonNode stored = system.orders(1).getJson("/orders/" + order);
        assertThat(stored.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(stored.get("totalPrice").asInt()).isEqualTo(3000);
        assertThat(system.tables().stockOf(product)).isEqualTo(98);
        assertThat(system.topic().statesOf(order))
                .extracting(OrderRecord::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
    }

    @Test
    void rejectsAnOrderWithAReason() {
        String product = system.newProduct(1500, 1);

        UUID tooMany = system.orders(1).place("user-1", product, 2, 1500);
        UUID oldPrice = system.orders(1).place("user-1", product, 1, 1400);
        UUID unknown = system.orders(1).place("user-1", "no-such-product", 1, 1400);
        system.awaitDecided(List.of(tooMany, oldPrice, unknown));

        assertThat(reasonOf(tooMany)).isEqualTo("OUT_OF_STOCK");
        assertThat(reasonOf(oldPrice)).isEqualTo("PRICE_CHANGED");
        assertThat(reasonOf(unknown)).isEqualTo("UNKNOWN_PRODUCT");
        assertThat(system.tables().stockOf(product)).isEqualTo(1);
    }

    @Test
    void showsTheSameOrdersAtEveryInstance() {
        String product = system.newProduct(1000, 100);
        String user = "user-" + UUID.randomUUID();

        List<UUID> orders = IntStream.range(0, 10)
                .mapToObj(n -> system.orders(1 + n % 2).place(user, product, 1, 1000))
                .toList();
        system.awaitDecided(orders);

        JsonNode first = system.orders(1).getJson("/orders?userId=" + user);
        assertThat(first).isEqualTo(system.orders(2).getJson("/orders?userId=" + user));
        assertThat(first.valueStream()
                        .map(order -> UUID.fromString(order.get("orderId").asString())))
                .containsExactlyInAnyOrderElementsOf(orders);
        assertThat(system.orders(2).getJson("/orders/" + orders.get(0)))
                .isEqualTo(system.orders(1).getJson("/orders/" + orders.get(0)));
    }

    @Test
    void changesNothingWhenARecordIsDeliveredAgain() {
        String product = system.newProduct(1000, 10);
        UUID order = system.orders(1).place("user-1", product, 3, 1000);
        system.awaitDecided(List.of(order));
        OrderRecord pending = system.topic().statesOf(order).get(0);

        system.topic().append(pending);

        await().atMost(OrderSystem.SOON)
                .untilAsserted(() -> assertThat(system.topic().statesOf(order)).hasSize(4));
        system.awaitConsumed();
        List<OrderRecord> states = system.topic().statesOf(order);
        assertThat(states.get(3)).as("the stored outcome").isEqualTo(states.get(1));
        assertThat(system.tables().stockOf(product)).isEqualTo(7);
        assertThat(system.tables().reservationsOf(product)).isEqualTo(1);
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CONFIRMED, 1));
    }

    @Test
    void changesNothingWhenTheWholeTopicIsDeliveredAgain() {
        String product = system.newProduct(1000, 50);
        List<UUID> orders = IntStream.range(0, 40)
                .mapToObj(n -> system.orders(1 + n % 2).place("user-1", product, 2, 1000))
                .toList();
        system.awaitDecided(orders);
        assertThat(system.tables().stockOf(product)).isZero();

        system.stack().catalogService(1).kill();
        system.stack().catalogService(2).kill();
        system.topic().rewind("catalog-service");
        system.stack().start(system.stack().catalogService(1), system.stack().catalogService(2));
        system.awaitConsumed();

        assertThat(system.tables().stockOf(product)).isZero();
        assertThat(system.tables().reservationsOf(product)).isEqualTo(40);
        assertThat(system.tables().rowsOf(product))
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, 25, OrderStatus.REJECTED, 15));
        assertThat(system.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    @Test
    void answers404ForAnUnknownOrder() {
        assertThat(system.orders(1).get("/orders/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    private String reasonOf(UUID order) {
        return system.orders(1).getJson("/orders/" + order).get("reason").asString();
    }
}
