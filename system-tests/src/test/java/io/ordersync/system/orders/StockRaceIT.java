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

    private final OrderSystem shop;

    StockRaceIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void sellsTheLastTenPiecesOnceWhen50OrdersRaceForThem() {
        String product = shop.newProduct(1000, 10);

        List<CompletableFuture<UUID>> posts = IntStream.range(0, 50)
                .mapToObj(n -> shop.orders(1 + n % 2).placeAsync("user-" + n, product, 1, 1000))
                .toList();
        shop.awaitDecided(posts.stream().map(CompletableFuture::join).toList());

        assertThat(shop.topic().membersOf("catalog-service"))
                .as("instances that take part")
                .isEqualTo(2);
        assertThat(shop.tables().stockOf(product)).isZero();
        assertThat(shop.tables().confirmedOf(product)).isEqualTo(10);
        assertThat(shop.tables().rowsOf(product))
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, 10, OrderStatus.REJECTED, 40));
    }
}
