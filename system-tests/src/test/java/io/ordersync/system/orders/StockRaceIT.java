package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class StockRaceIT {

    private final OrderSystem system;

    StockRaceIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void sellsTheLastTenPiecesOnceWhen50OrdersRaceForThem() {
        String product = system.newProduct(1000, 10);

        List<CompletableFuture<UUID>> posts = IntStream.range(0, 50)
                .mapToObj(n -> system.orders(1 + n % 2).placeAsync("user-" + n, product, 1, 1000))
                .toList();
        system.awaitDecided(posts.stream().map(CompletableFuture::join).toList());

        assertThat(system.topic().membersOf("catalog-service"))
                .as("instances that decided an order")
                .isEqualTo(2);
        assertThat(system.tables().stockOf(product)).isZero();
        assertThat(system.tables().confirmedOf(product)).isEqualTo(10);
        assertThat(system.tables().rowsOf(product))
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, 10, OrderStatus.REJECTED, 40));
    }
}
