package io.ordersync.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(OrderSystemExtension.class)
class OutageIT {

    private static final Duration OUTAGE = Duration.ofSeconds(30);

    private final OrderSystem shop;

    OutageIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void comesBackByItselfAfterTheDatabaseWasAway() {
        String product = shop.newProduct(1000, 1_000);
        List<UUID> orders = new ArrayList<>();
        orders.add(shop.orders(1).place("user-1", product, 1, 1000));
        shop.awaitDecided(orders);
        int letters = letters();
        Set<String> members = shop.topic().memberIdsOf("catalog-service");

        shop.stack().mariaDb().kill();
        await().pollInterval(Duration.ofMillis(500))
                .during(OUTAGE)
                .atMost(OUTAGE.plusSeconds(10))
                .untilAsserted(() -> {
                    orders.add(shop.orders(1 + orders.size() % 2).place("user-1", product, 1, 1000));
                    assertThat(states()).as("connector and tasks").containsOnly("RUNNING");
                });
        shop.stack().start(shop.stack().mariaDb());

        shop.awaitDecided(orders);
        shop.awaitConsumed();
        assertThat(orders).hasSizeGreaterThan(20);
        assertThat(shop.tables().stockOf(product)).isEqualTo(1_000 - orders.size());
        assertThat(states()).containsOnly("RUNNING");
        assertThat(letters()).as("dead letters").isEqualTo(letters);
        assertThat(shop.topic().memberIdsOf("catalog-service"))
                .as("members of the group, which no rebalance has replaced")
                .isEqualTo(members);
    }

    private int letters() {
        return shop.topic().read(Topics.ORDERS_DLT).size()
                + shop.topic().read(Topics.ORDERS_SINK_DLQ).size();
    }

    private Set<String> states() {
        JsonNode status = new ServiceClient(shop.stack().worker().url()).getJson("/connectors/orders-sink/status");
        return new HashSet<>(List.of(
                status.at("/connector/state").asString(),
                status.at("/tasks/0/state").asString(),
                status.at("/tasks/1/state").asString()));
    }
}
