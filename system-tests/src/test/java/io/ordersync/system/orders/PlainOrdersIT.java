package io.ordersync.system.orders;

import static io.ordersync.contract.OrderFormat.ENVELOPE;
import static io.ordersync.contract.OrderFormat.PLAIN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.ServiceClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A system that changes from envelopes to plain orders: one order-service still writes envelopes; the other one and
 * catalog-service write plain orders. There is no keeper: the test gives the sink the schema, as the guide says. Nothing in it
 * depends on containers, so its servers are processes.
 */
class PlainOrdersIT {

    private static final String FORMAT = "ORDER_SYNC_ORDERS_TOPIC_FORMAT";

    private final LocalStack stack = TestStacks.ofProcesses("plain-orders", 2, 1);
    private final OrderSystem system = OrderSystem.of(stack);

    @BeforeEach
    void start() throws Exception {
        stack.orderService(2).setVariable(FORMAT, "plain");
        stack.catalogService(1).setVariable(FORMAT, "plain");
        stack.start(
                stack.mariaDb(),
                stack.broker(),
                stack.worker(),
                stack.orderService(1),
                stack.orderService(2),
                stack.catalogService(1));
        ConnectorDefinition sink = ConnectorDefinition.read(Path.of("../connectors/config/orders-sink.json"));
        Map<String, String> withSchema = new HashMap<>(sink.config());
        withSchema.putAll(sinkOptionsOfTheGuide());
        stack.worker().connect(Duration.ofSeconds(30)).put(sink.name(), withSchema);
    }

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void decidesAndCancelsOrdersInBothForms() {
        String product = system.newProduct(1000, 15);
        List<UUID> orders = IntStream.range(0, 20)
                .mapToObj(n -> system.orders(1 + n % 2).place("user-1", product, 1, 1000))
                .toList();
        system.awaitDecided(orders);
        UUID cancelled = placedAndConfirmed(product, orders);

        assertThat(system.orders(1).cancel(cancelled).statusCode()).isEqualTo(202);

        await().atMost(OrderSystem.SOON)
                .untilAsserted(() ->
                        assertThat(system.tables().rowsOf(List.of(cancelled))).containsValue(OrderStatus.CANCELLED));
        assertThat(system.tables().rowsOf(orders))
                .isEqualTo(system.tables().ledgerOf(orders))
                .hasSize(20);
        assertThat(system.tables().stockOf(product)).isEqualTo(1);
        assertThat(system.topic().letters(Topics.ORDERS_DLT)).isEmpty();
        assertThat(system.topic().letters(Topics.ORDERS_SINK_DLQ)).isEmpty();
        assertThat(formsOfEachStatus())
                .isEqualTo(Map.of(
                        OrderStatus.PENDING, Set.of(ENVELOPE, PLAIN),
                        OrderStatus.CONFIRMED, Set.of(PLAIN),
                        OrderStatus.REJECTED, Set.of(PLAIN),
                        OrderStatus.CANCELLING, Set.of(ENVELOPE),
                        OrderStatus.CANCELLED, Set.of(PLAIN)));
    }

    private UUID placedAndConfirmed(String product, List<UUID> orders) {
        assertThat(system.tables().rowsOf(product))
                .containsEntry(OrderStatus.CONFIRMED, 15)
                .containsEntry(OrderStatus.REJECTED, 5);
        return orders.stream()
                .filter(order -> system.tables().rowsOf(List.of(order)).containsValue(OrderStatus.CONFIRMED))
                .findFirst()
                .orElseThrow();
    }

    private Map<OrderStatus, Set<OrderFormat>> formsOfEachStatus() {
        return system.topic().records().stream()
                .collect(groupingBy(
                        record -> OrderFormat.read(record.value()).status(),
                        mapping(record -> formOf(record.value()), toSet())));
    }

    private static OrderFormat formOf(byte[] value) {
        return Arrays.stream(OrderFormat.values())
                .filter(form -> Arrays.equals(value, form.write(OrderFormat.read(value))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("neither form: " + new String(value, UTF_8)));
    }

    private static Map<String, String> sinkOptionsOfTheGuide() throws IOException {
        String lines = Files.readAllLines(Path.of("../connectors/README.md")).stream()
                .dropWhile(line -> !line.equals("#### Orders as plain JSON"))
                .dropWhile(line -> !line.equals("```json"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(joining());
        Map<String, String> options = new HashMap<>();
        ServiceClient.json("{" + lines.replaceAll(",\\s*$", "") + "}")
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asString()));
        return options;
    }
}
