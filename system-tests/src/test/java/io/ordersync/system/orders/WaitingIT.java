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

    private final OrderSystem system;

    WaitingIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void readsAnOrderFromTheOtherInstanceRightAfterItWasPlaced() {
        String product = system.newProduct(1000, 1_000);

        for (int n = 0; n < 50; n++) {
            UUID order = system.orders(1 + n % 2).place("user-1", product, 1, 1000);
            assertThat(system.orders(2 - n % 2).get("/orders/" + order).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readsAnOrderWithAKeyRightAfterItWasPlaced() {
        String product = system.newProduct(1000, 1_000);
        String key = UUID.randomUUID().toString();

        UUID order = ServiceClient.created(system.orders(1)
                .post("user-1", product, 1, 1000, "Idempotency-Key", key)
                .join());

        assertThat(system.orders(2).get("/orders/" + order).statusCode()).isEqualTo(200);
    }

    @Test
    void answers404ForAMadeUpIdAtOnce() {
        Instant before = Instant.now();

        assertThat(system.orders(1).get("/orders/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(system.orders(1)
                        .get("/orders/" + UUID.randomUUID(), "Prefer", "wait=20")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void findsAnOldOrderEvenWithTheShortestWait() {
        String product = system.newProduct(1000, 10);
        Instant longAgo = Instant.now().minusSeconds(3600);
        UUID old = UUID.randomUUID();
        system.topic()
                .append(new OrderRecord(
                        old, "user-1", product, 1, 1000, 1000, OrderStatus.PENDING, null, longAgo, longAgo));
        system.awaitDecided(List.of(old));

        for (String wait : List.of("wait=0", "wait=1")) {
            HttpResponse<String> answer = system.orders(1).get("/orders/" + old, "Prefer", wait);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Preference-Applied")).contains(wait);
        }
    }

    @Test
    void answersAWaitingPostWithTheFinalState() {
        String product = system.newProduct(1000, 1);

        HttpResponse<String> confirmed = system.orders(1)
                .post("user-1", product, 1, 1000, "Prefer", "wait=20")
                .join();
        HttpResponse<String> rejected = system.orders(2)
                .post("user-1", product, 1, 1000, "Prefer", "wait=20")
                .join();

        assertThat(confirmed.statusCode()).isEqualTo(201);
        assertThat(confirmed.headers().firstValue("Preference-Applied")).contains("wait=20");
        assertThat(ServiceClient.json(confirmed).get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(ServiceClient.json(rejected).get("status").asString()).isEqualTo("REJECTED");
    }
}
