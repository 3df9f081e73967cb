package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.system.fixture.ServiceClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Orders made and cancelled over REST, as marketing-service shows them. */
@ExtendWith(ReplicaSystemExtension.class)
class OrdersReplicaIT {

    private final ReplicaSystem replicas;
    private final String product = "P-" + UUID.randomUUID();

    OrdersReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    @Test
    void showsOrdersInTheirFinalStatus() {
        replicas.sql("INSERT INTO mydb.catalog (product_id, name, unit_price, stock) VALUES ('%s', 'x', 1500, 20)"
                .formatted(product));
        Map<UUID, String> expected = new HashMap<>();
        for (int n = 0; n < 3; n++) {
            expected.put(replicas.orders().place("user-1", product, 2, 1500), "CONFIRMED");
            expected.put(placeWithKey(), "CONFIRMED");
            UUID cancelled = replicas.orders().place("user-1", product, 1, 1500);
            assertThat(replicas.orders().cancel(cancelled).statusCode()).isEqualTo(202);
            expected.put(cancelled, "CANCELLED");
        }
        expected.put(replicas.orders().place("user-1", product, 1_000, 1500), "REJECTED");
        expected.put(replicas.orders().place("user-1", product, 1, 1), "REJECTED");

        soon(() -> assertThat(shown().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                order -> order.getValue().get("status").asString())))
                .isEqualTo(expected));
        shown().forEach((id, order) ->
                assertThat(order).isEqualTo(replicas.orders().getJson("/orders/" + id)));
        JsonNode summary = replicas.marketing().getJson("/syncOrders/summary?productId=" + product);
        assertThat(summary.get(0).get("orders").asInt()).isEqualTo(6);
        assertThat(summary.get(0).get("quantity").asInt()).isEqualTo(9);
        assertThat(summary.get(0).get("revenue").asInt()).isEqualTo(13_500);
    }

    /** The binary log cuts off trailing zero bytes of a UUID, in the byte order of its version. */
    @Test
    void keepsIdsThatEndInZeroBytes() {
        List<String> ids = List.of(
                uuid("7", "00"),
                uuid("5", "00"),
                uuid("7", "000000"),
                uuid("5", "000000"),
                uuid("4", "0000"),
                uuid("1", "00"));
        ids.forEach(id -> replicas.sql("""
                INSERT INTO mydb.orders VALUES ('%s', 'user-1', '%s', 1, 1500, 1500, 'CONFIRMED', NULL, now(3), now(3), 1)""".formatted(id, product)));
        soon(() -> assertThat(shown().keySet()).map(UUID::toString).containsExactlyInAnyOrderElementsOf(ids));

        replicas.sql("DELETE FROM mydb.orders WHERE product_id = '" + product + "'");
        soon(() -> assertThat(shown()).isEmpty());
    }

    private UUID placeWithKey() {
        return replicas.orders()
                .post(
                        "user-1",
                        product,
                        1,
                        1500,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .thenApply(ServiceClient::created)
                .join();
    }

    private Map<UUID, JsonNode> shown() {
        Map<UUID, JsonNode> orders = new HashMap<>();
        replicas.marketing()
                .getJson("/syncOrders?limit=100&productId=" + product)
                .forEach(
                        order -> orders.put(UUID.fromString(order.get("orderId").asString()), order));
        return orders;
    }

    private static String uuid(String version, String end) {
        String random = UUID.randomUUID().toString();
        String id = random.substring(0, 14) + version + random.substring(15);
        return id.substring(0, 36 - end.length()) + end;
    }
}
