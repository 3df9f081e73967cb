package io.ordersync.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.process.Part;
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

    private final OrderSystem shop;

    RestartIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void keepsItsDataThroughARestart() {
        String product = shop.newProduct(1000, 10);
        UUID before = shop.orders(1).place("user-1", product, 1, 1000);
        shop.awaitDecided(List.of(before));

        LocalStack stack = shop.stack();
        Stream.<Part>of(stack.orderService(1), stack.orderService(2), stack.catalogService(1), stack.catalogService(2))
                .map(service -> CompletableFuture.runAsync(service::stop))
                .toList()
                .forEach(CompletableFuture::join);
        Stream.<Part>of(stack.keeper(), stack.worker(), stack.broker(), stack.mariaDb())
                .forEach(Part::stop);
        stack.startAll();

        assertThat(shop.orders(2).getJson("/orders/" + before).get("status").asString())
                .isEqualTo("CONFIRMED");
        UUID after = shop.orders(1).place("user-1", product, 1, 1000);
        shop.awaitDecided(List.of(after));
        assertThat(shop.topic().statesOf(before)).hasSize(2);
        assertThat(shop.tables().stockOf(product)).isEqualTo(8);
    }
}
