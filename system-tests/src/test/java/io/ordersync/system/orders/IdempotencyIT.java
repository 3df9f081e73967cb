package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OrderSystemExtension.class)
class IdempotencyIT {

    private static final String KEY = "Idempotency-Key";

    private final OrderSystem system;

    IdempotencyIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void makesOneOrderOf50RequestsWithOneKeyAtTwoInstances() {
        String product = system.newProduct(1000, 100);
        String key = UUID.randomUUID().toString();

        List<CompletableFuture<HttpResponse<String>>> posts = IntStream.range(0, 50)
                .mapToObj(n -> system.orders(1 + n % 2).post("user-1", product, 2, 1000, KEY, key))
                .toList();
        Set<UUID> orders =
                posts.stream().map(post -> ServiceClient.created(post.join())).collect(Collectors.toSet());

        assertThat(orders).hasSize(1);
        system.awaitConsumed();
        system.awaitDecided(List.copyOf(orders));
        assertThat(system.tables().reservationsOf(product)).isEqualTo(1);
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CONFIRMED, 1));
        assertThat(system.tables().stockOf(product)).isEqualTo(98);
    }

    @Test
    void answersARepeatedRequestWithTheCurrentOrder() {
        String product = system.newProduct(1000, 100);
        String key = "\"" + UUID.randomUUID() + "\"";
        UUID order = ServiceClient.created(
                system.orders(1).post("user-1", product, 2, 1000, KEY, key).join());
        system.awaitDecided(List.of(order));

        HttpResponse<String> again =
                system.orders(2).post("user-1", product, 2, 1000, KEY, key).join();

        assertThat(ServiceClient.created(again)).isEqualTo(order);
        assertThat(ServiceClient.json(again).get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(system.topic().statesOf(order)).hasSize(2);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherOrder() {
        String product = system.newProduct(1000, 100);
        String key = UUID.randomUUID().toString();
        UUID order = ServiceClient.created(
                system.orders(1).post("user-1", product, 2, 1000, KEY, key).join());
        system.awaitDecided(List.of(order));

        assertThat(system.orders(2)
                        .post("user-1", product, 3, 1000, KEY, key)
                        .join()
                        .statusCode())
                .isEqualTo(422);
        assertThat(ServiceClient.created(system.orders(2)
                        .post("user-2", product, 3, 1000, KEY, key)
                        .join()))
                .as("another user's order")
                .isNotEqualTo(order);
    }

    /** Without waiting for a decision: the first of two requests on the topic has the key. */
    @Test
    void acceptsOneOfTwoOrdersThatRaceForAKey() {
        String product = system.newProduct(1000, 1_000);
        Map<UUID, Integer> taken = new HashMap<>();

        for (int round = 0; round < 40; round++) {
            String key = UUID.randomUUID().toString();
            List<HttpResponse<String>> answers = answers(List.of(
                    system.orders(1).post("user-1", product, 1 + round % 2, 1000, KEY, key),
                    system.orders(2).post("user-1", product, 2 - round % 2, 1000, KEY, key)));

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .as("round %d", round)
                    .containsExactlyInAnyOrder(201, 422);
            answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .forEach(answer -> taken.put(
                            ServiceClient.created(answer),
                            ServiceClient.json(answer).get("qty").asInt()));
        }

        system.awaitConsumed();
        taken.forEach((order, qty) -> assertThat(
                        system.orders(1).getJson("/orders/" + order).get("qty").asInt())
                .isEqualTo(qty));
        assertThat(system.tables().confirmedOf(product))
                .as("pieces in the ledger")
                .isEqualTo(taken.values().stream().mapToInt(qty -> qty).sum());
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CONFIRMED, 40));
    }

    @Test
    void listsOrdersWithAndWithoutAKeyNewestFirst() {
        String product = system.newProduct(1000, 100);
        String user = "user-" + UUID.randomUUID();
        List<UUID> placed = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            String[] key = n % 2 == 0 ? new String[0] : new String[] {KEY, user + n};
            placed.add(
                    0,
                    ServiceClient.created(system.orders(1 + n / 2 % 2)
                            .post(user, product, 1, 1000, key)
                            .join()));
        }
        system.awaitDecided(placed);

        List<UUID> read = new ArrayList<>();
        Optional<String> path = Optional.of("/orders?limit=2&userId=" + user);
        while (path.isPresent()) {
            HttpResponse<String> page = system.orders(1 + read.size() / 2 % 2).get(path.get());
            ServiceClient.json(page)
                    .forEach(order ->
                            read.add(UUID.fromString(order.get("orderId").asString())));
            path = page.headers().firstValue("Link").map(link -> "/orders" + link.replaceAll("^[^?]*|>.*$", ""));
        }

        assertThat(read).isEqualTo(placed);
    }

    @Test
    void acceptsAnOrderWithoutACatalogService() {
        String product = system.newProduct(1000, 100);
        String key = UUID.randomUUID().toString();
        system.stack().catalogService(1).freeze();
        system.stack().catalogService(2).freeze();
        UUID order;
        try {
            HttpResponse<String> first =
                    system.orders(1).post("user-1", product, 2, 1000, KEY, key).join();
            order = ServiceClient.created(first);
            assertThat(ServiceClient.json(first).get("status").asString()).isEqualTo("PENDING");

            HttpResponse<String> same =
                    system.orders(2).post("user-1", product, 2, 1000, KEY, key).join();
            HttpResponse<String> other =
                    system.orders(2).post("user-1", product, 3, 1000, KEY, key).join();

            assertThat(ServiceClient.created(same)).isEqualTo(order);
            assertThat(other.statusCode()).isEqualTo(422);
            assertThat(ServiceClient.json(other).get("type").asString()).endsWith("#idempotency-key-reused");
        } finally {
            system.stack().catalogService(1).thaw();
            system.stack().catalogService(2).thaw();
        }
        system.awaitDecided(List.of(order));
        assertThat(system.orders(1)
                        .post("user-1", product, 3, 1000, KEY, key)
                        .join()
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open"})
    void rejectsAnInvalidKey(String key) {
        assertThat(system.orders(1)
                        .post("user-1", "any", 1, 1000, KEY, key)
                        .join()
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        assertThat(system.orders(1)
                        .post("user-1", "any", 1, 1000, KEY, "k".repeat(256))
                        .join()
                        .statusCode())
                .isEqualTo(400);
    }

    private static List<HttpResponse<String>> answers(List<CompletableFuture<HttpResponse<String>>> posts) {
        return posts.stream().map(CompletableFuture::join).toList();
    }
}
