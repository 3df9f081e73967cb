package io.ordersync.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.lifecycle.Part;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class RestartIT {

    private final OrderSystem system;

    RestartIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void keepsDataThroughARestart() {
        String product = system.newProduct(1000, 10);
        UUID before = system.orders(1).place("user-1", product, 1, 1000);
        system.awaitDecided(List.of(before));

        LocalStack stack = system.stack();
        Stream.<Part>of(stack.orderService(1), stack.orderService(2), stack.catalogService(1), stack.catalogService(2))
                .map(service -> CompletableFuture.runAsync(service::stop))
                .toList()
                .forEach(CompletableFuture::join);
        Stream.<Part>of(stack.keeper(), stack.worker(), stack.broker(), stack.mariaDb())
                .forEach(Part::stop);
        stack.startAll();

        assertThat(system.orders(2).getJson("/orders/" + before).get("status").asString())
                .isEqualTo("CONFIRMED");
        UUID after = system.orders(1).place("user-1", product, 1, 1000);
        system.awaitDecided(List.of(after));
        assertThat(system.topic().statesOf(before)).hasSize(2);
        assertThat(system.tables().stockOf(product)).isEqualTo(8);
    }
}
