package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class WaitingIT {

    private final OrderSystem shop;

    WaitingIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void readsAnOrderFromTheOtherInstanceRightAfterItWasPlaced() {
        String product = shop.newProduct(1000, 1_000);

        for (int n = 0; n < 50; n++) {
            UUID order = shop.orders(1 + n % 2).place("user-1", product, 1, 1000);
            assertThat(shop.orders(2 - n % 2).get("/orders/" + order).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsAnOrderOfAKeyRightAfterItWasPlaced() {
        String product = shop.newProduct(1000, 1_000);
        String key = UUID.randomUUID().toString();

        UUID order = ServiceClient.created(shop.orders(1)
                .post("user-1", product, 1, 1000, "Idempotency-Key", key)
                .join());

        assertThat(shop.orders(2).get("/orders/" + order).statusCode()).isEqualTo(200);
    }

    @Test
    void answers404ForAMadeUpIdAtOnce() {
        Instant before = Instant.now();

        assertThat(shop.orders(1).get("/orders/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(shop.orders(1)
                        .get("/orders/" + UUID.randomUUID(), "Prefer", "wait=20")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void findsAnOldOrderHoweverShortTheWait() {
        String product = shop.newProduct(1000, 10);
        Instant longAgo = Instant.now().minusSeconds(3600);
        UUID old = UUID.randomUUID();
        shop.topic()
                .append(new OrderRecord(
                        old, "user-1", product, 1, 1000, 1000, OrderStatus.PENDING, null, longAgo, longAgo));
        shop.awaitDecided(List.of(old));

        for (String wait : List.of("wait=0", "wait=1")) {
            HttpResponse<String> answer = shop.orders(1).get("/orders/" + old, "Prefer", wait);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Preference-Applied")).contains(wait);
        }
    }

    @Test
    void answersAPostThatWaitsWithTheFinalState() {
        String product = shop.newProduct(1000, 1);

        HttpResponse<String> confirmed = shop.orders(1)
                .post("user-1", product, 1, 1000, "Prefer", "wait=20")
                .join();
        HttpResponse<String> rejected = shop.orders(2)
                .post("user-1", product, 1, 1000, "Prefer", "wait=20")
                .join();

        assertThat(confirmed.statusCode()).isEqualTo(201);
        assertThat(confirmed.headers().firstValue("Preference-Applied")).contains("wait=20");
        assertThat(ServiceClient.json(confirmed).get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(ServiceClient.json(rejected).get("status").asString()).isEqualTo("REJECTED");
    }
}
