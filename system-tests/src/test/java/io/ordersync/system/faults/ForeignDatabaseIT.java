package io.ordersync.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.ForeignCertificate;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.Timeouts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody else answers at the database's address: its certificate is of another authority. */
class ForeignDatabaseIT {

    private final LocalStack stack = Timeouts.SHORT
            .applyTo(TestStacks.ofProcesses("foreign-database"), 1)
            .startAllOrClose();
    private final OrderSystem system = OrderSystem.of(stack);

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void nobodySendsAnythingToIt() throws Exception {
        String product = system.newProduct(1000, 1_000);
        List<UUID> orders = new ArrayList<>();
        orders.add(system.orders(1).place("user-1", product, 1, 1000));
        system.awaitDecided(orders);

        try (ForeignCertificate foreign = ForeignCertificate.on(stack.mariaDb())) {
            orders.add(system.orders(1).place("user-1", product, 1, 1000));
            assertThat(system.orders(1).get("/orders/" + orders.get(0)).statusCode())
                    .isEqualTo(503);
            for (Path log :
                    List.of(stack.catalogService(1).logFile(), stack.worker().logFile())) {
                await().atMost(OrderSystem.SOON)
                        .untilAsserted(() -> assertThat(Files.readString(log))
                                .as(log.toString())
                                .contains("certification path"));
            }
        }

        system.awaitDecided(orders);
        assertThat(system.tables().stockOf(product)).isEqualTo(1_000 - orders.size());
    }
}
