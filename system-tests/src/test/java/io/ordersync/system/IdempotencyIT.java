package io.ordersync.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningSystem.class)
class IdempotencyIT {

    private static final String KEY = "Idempotency-Key";

    private final Shop shop;

    IdempotencyIT(Shop shop) {
        this.shop = shop;
    }

    @Test
    void makesOneOrderOf50RequestsWithOneKeyOverTwoInstances() {
        String product = shop.newProduct(1000, 100);
        String key = UUID.randomUUID().toString();

        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 50)
                .mapToObj(n -> shop.orders(1 + n % 2).post("user-1", product, 2, 1000, KEY, key))
                .toList();
        Set<UUID> orders =
                posts.stream().map(post -> OrderApi.created(post.join())).collect(Collectors.toSet());

        assertThat(orders).hasSize(1);
        shop.awaitConsumed();
        shop.awaitDecided(List.copyOf(orders));
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(1);
        assertThat(shop.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CONFIRMED, 1));
        assertThat(shop.tables().stockOf(product)).isEqualTo(98);
    }

    @Test
    void answersARepeatedRequestWithTheOrderAsItIsByNow() {
        String product = shop.newProduct(1000, 100);
        String key = "\"" + UUID.randomUUID() + "\"";
        UUID order = OrderApi.created(
                shop.orders(1).post("user-1", product, 2, 1000, KEY, key).join());
        shop.awaitDecided(List.of(order));

        HttpResponse<String> again =
                shop.orders(2).post("user-1", product, 2, 1000, KEY, key).join();

        assertThat(OrderApi.created(again)).isEqualTo(order);
        assertThat(OrderApi.json(again).get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(shop.topic().statesOf(order)).hasSize(2);
    }

    @Test
    void refusesAKeyThatComesBackWithAnotherOrder() {
        String product = shop.newProduct(1000, 100);
        String key = UUID.randomUUID().toString();
        UUID order = OrderApi.created(
                shop.orders(1).post("user-1", product, 2, 1000, KEY, key).join());
        shop.awaitDecided(List.of(order));

        assertThat(shop.orders(2)
                        .post("user-1", product, 3, 1000, KEY, key)
                        .join()
                        .statusCode())
                .isEqualTo(422);
        assertThat(OrderApi.created(shop.orders(2)
                        .post("user-2", product, 3, 1000, KEY, key)
                        .join()))
                .as("another user's order")
                .isNotEqualTo(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open"})
    void refusesAKeyThatIsNone(String key) {
        assertThat(shop.orders(1)
                        .post("user-1", "any", 1, 1000, KEY, key)
                        .join()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(shop.orders(1)
                        .post("user-1", "any", 1, 1000, KEY, "k".repeat(256))
                        .join()
                        .statusCode())
                .isEqualTo(400);
    }
}
