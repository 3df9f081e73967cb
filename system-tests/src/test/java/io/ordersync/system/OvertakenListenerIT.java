package io.ordersync.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderStatus;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A listener that has been overtaken, by the broker or by another instance, loses nothing and doubles nothing. */
@ExtendWith(RunningSystem.class)
class OvertakenListenerIT {

    private final Shop shop;

    OvertakenListenerIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void startsAnewWhenItsProducerWasFenced() {
        String product = shop.newProduct(1000, 100);
        shop.awaitDecided(place(20, product));

        int fenced = shop.topic().fenceProducersOf("catalog-service");

        List<UUID> orders = place(20, product);
        shop.awaitDecided(orders);
        shop.awaitConsumed();
        assertThat(fenced).isPositive();
        assertThat(shop.tables().stockOf(product)).isEqualTo(60);
        assertThat(shop.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    @Test
    void publishesNothingTwiceWhenItWasFrozenAndThawed() {
        String product = shop.newProduct(1000, 50);
        List<UUID> orders = place(10, product);
        shop.awaitDecided(orders);

        shop.stack().catalogService(1).freeze();
        List<UUID> meanwhile = place(30, product);
        await().atMost(Shop.SOON).until(() -> shop.topic().membersOf("catalog-service") == 1);
        shop.awaitDecided(meanwhile);
        shop.stack().catalogService(1).thaw();

        List<UUID> after = place(20, product);
        shop.awaitDecided(after);
        await().atMost(Shop.SOON).until(() -> shop.topic().membersOf("catalog-service") == 2);
        shop.awaitConsumed();
        assertThat(shop.tables().stockOf(product)).isZero();
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(60);
        assertThat(shop.tables().rowsOf(product))
                .isEqualTo(Map.of(OrderStatus.CONFIRMED, 50, OrderStatus.REJECTED, 10));
        assertThat(shop.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    private List<UUID> place(int count, String product) {
        return IntStream.range(0, count)
                .mapToObj(n -> shop.orders(1 + n % 2).place("user-" + n, product, 1, 1000))
                .toList();
    }
}
