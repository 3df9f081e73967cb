package io.ordersync.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.Timeouts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class OutageIT {

    /** Longer than every time-out of the services, of the sink and of their groups. */
    private static final Duration OUTAGE =
            Timeouts.SHORT.session().multipliedBy(5).dividedBy(2);

    private final OrderSystem system;

    OutageIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void recoversByItselfFromADatabaseOutage() throws Exception {
        String product = system.newProduct(1000, 1_000);
        List<UUID> orders = new ArrayList<>();
        orders.add(system.orders(1).place("user-1", product, 1, 1000));
        system.awaitDecided(orders);
        int letters = letters();
        Set<String> members = system.topic().memberIdsOf("catalog-service");

        system.stack().mariaDb().kill();
        await().pollInterval(Duration.ofMillis(500))
                .during(OUTAGE)
                .atMost(OUTAGE.plusSeconds(10))
                .untilAsserted(() -> {
                    orders.add(system.orders(1 + orders.size() % 2).place("user-1", product, 1, 1000));
                    assertThat(states()).as("connector and tasks").isEqualTo("RUNNING RUNNING RUNNING");
                });
        system.stack().start(system.stack().mariaDb());

        system.awaitDecided(orders);
        system.awaitConsumed();
        assertThat(orders).hasSizeGreaterThan(20);
        assertThat(system.tables().stockOf(product)).isEqualTo(1_000 - orders.size());
        assertThat(states()).isEqualTo("RUNNING RUNNING RUNNING");
        assertThat(letters()).as("dead letters").isEqualTo(letters);
        assertThat(system.topic().memberIdsOf("catalog-service"))
                .as("members of the group, unchanged because no rebalance took place")
                .isEqualTo(members);
    }

    private int letters() {
        return system.topic().letters(Topics.ORDERS_DLT).size()
                + system.topic().letters(Topics.ORDERS_SINK_DLQ).size();
    }

    private String states() throws IOException, InterruptedException {
        return system.stack()
                .worker()
                .connect(Duration.ofSeconds(30))
                .status("orders-sink")
                .orElseThrow()
                .states();
    }
}
