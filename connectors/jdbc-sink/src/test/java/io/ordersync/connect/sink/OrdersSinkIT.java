package io.ordersync.connect.sink;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.json.PlainJsonGuide;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.testing.connect.TestStack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connector for orders, registered from its file. */
class OrdersSinkIT {

    private static final String ID = "0190a1b2-c3d4-7e5f-8a6b-112233445566";
    private static final String FIELD = "{\"field\":\"%s\",\"type\":\"%s\",\"optional\":%s}";
    private static final String TIME = "{\"field\":\"%s\",\"type\":\"int64\",\"optional\":false,"
            + "\"name\":\"org.apache.kafka.connect.data.Timestamp\",\"version\":1}";
    private static final TestStack STACK = TestStack.running();

    @BeforeAll
    static void register() throws Exception {
        STACK.sql("""
                CREATE TABLE orders (order_id UUID PRIMARY KEY, user_id VARCHAR(64), product_id VARCHAR(64), qty INT,
                  unit_price INT, total_price INT, status VARCHAR(16), reason VARCHAR(64), created_at DATETIME(3),
                  updated_at DATETIME(3), revision TINYINT NOT NULL, KEY (user_id, order_id))""");
        STACK.topics().create("orders", 6);
        ConnectorDefinition sink = ConnectorDefinition.read(Path.of("../config/orders-sink.json"));
        STACK.connect().put(sink.name(), sink.config());
    }

    @AfterAll
    static void delete() throws Exception {
        STACK.connect().delete("orders-sink");
    }

    @Test
    void writesAllFieldsOfAnOrder() {
        STACK.topics().send("orders", 0, ID, order(ID));
        STACK.topics().flush();
        await().untilAsserted(() -> assertThat(rowsOf(ID)).hasSize(1));
        assertThat(rowsOf(ID))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("order_id", ID)
                        .containsEntry("user_id", "김철수 🦊")
                        .containsEntry("product_id", "CATALOG-'001\\")
                        .containsEntry("qty", "3")
                        .containsEntry("total_price", "4500")
                        .containsEntry("status", "PENDING")
                        .containsEntry("reason", null)
                        .containsEntry("created", "2026-03-29 02:30:00.007")
                        .containsEntry("updated", "2026-03-29 02:30:00.000")
                        .containsEntry("revision", "0"));
    }

    /** MariaDB accepts both as ids. catalog-service ignores orders with such keys, so they would stay undecided. */
    @ParameterizedTest
    @ValueSource(strings = {"0190A1B2-C3D4-7E5F-8A6B-112233445567", "0190a1b2c3d47e5f8a6b112233445568"})
    void sendsAnIdInAnotherSpellingToTheDeadLetters(String key) {
        STACK.topics().send("orders", 1, key, order(key));
        STACK.topics().flush();
        await().until(() -> STACK.topics().all("orders-sink-dlq").stream()
                .anyMatch(letter -> key.equals(letter.key()) && order(key).equals(letter.value())));
        assertThat(rowsOf(key)).isEmpty();
    }

    /** The services change from one form to the other while the sink runs. */
    @Test
    void writesBothFormsOfAnOrderWithTheSchemaOfTheGuide() throws Exception {
        ConnectorDefinition sink = ConnectorDefinition.read(Path.of("../config/orders-sink.json"));
        Map<String, String> withSchema = new HashMap<>(sink.config());
        withSchema.putAll(PlainJsonGuide.sinkOptions());
        STACK.connect().put(sink.name(), withSchema);
        OrderRecord envelope = order(UUID.randomUUID());
        OrderRecord plain = order(UUID.randomUUID());

        send(OrderFormat.ENVELOPE, envelope);
        send(OrderFormat.PLAIN, plain);
        send(OrderFormat.ENVELOPE, plain.become(OrderStatus.CONFIRMED, null, Instant.now()));
        send(OrderFormat.PLAIN, envelope.become(OrderStatus.REJECTED, "OUT_OF_STOCK", Instant.now()));
        STACK.topics().flush();

        await().untilAsserted(() -> {
            assertThat(stateOf(envelope)).containsExactly("REJECTED", "OUT_OF_STOCK", "4500");
            assertThat(stateOf(plain)).containsExactly("CONFIRMED", null, "4500");
        });
        assertThat(STACK.topics().all("orders-sink-dlq"))
                .extracting(ConsumerRecord::key)
                .doesNotContain(envelope.orderId().toString(), plain.orderId().toString());
        STACK.connect().put(sink.name(), sink.config());
    }

    @Test
    void credentialsAppearNeitherInRestNorInTheLog() throws Exception {
        await().until(() -> STACK.states("orders-sink").equals("RUNNING RUNNING RUNNING"));
        String password = STACK.mariaDb().password("orders_sink");
        assertThat(STACK.connect()
                        .definition("orders-sink")
                        .orElseThrow()
                        .config()
                        .toString())
                .contains("${env:ORDERS_SINK_PASSWORD}")
                .doesNotContain(password);
        assertThat(STACK.connect().tasks("orders-sink").toString()).doesNotContain(password);
        assertThat(STACK.workerLog()).contains("orders-sink").doesNotContain(password);
    }

    private static void send(OrderFormat form, OrderRecord order) {
        STACK.topics().send("orders", 2, order.orderId().toString(), new String(form.write(order), UTF_8));
    }

    private static List<String> stateOf(OrderRecord order) {
        return rowsOf(order.orderId().toString()).stream()
                .flatMap(row -> Stream.of(row.get("status"), row.get("reason"), row.get("total_price")))
                .toList();
    }

    private static List<Map<String, String>> rowsOf(String id) {
        return STACK.rows("SELECT *, CAST(created_at AS CHAR) AS created, CAST(updated_at AS CHAR) AS updated"
                + " FROM orders WHERE order_id = '" + id + "'");
    }

    private static OrderRecord order(UUID id) {
        Instant now = Instant.now();
        return new OrderRecord(id, "user-1", "CATALOG-001", 3, 1500, 4500, OrderStatus.PENDING, null, now, now);
    }

    private static String order(String id) {
        return "{\"schema\":{\"type\":\"struct\",\"name\":\"orders\",\"optional\":false,\"fields\":["
                + String.join(
                        ",",
                        FIELD.formatted("order_id", "string", false),
                        FIELD.formatted("user_id", "string", false),
                        FIELD.formatted("product_id", "string", false),
                        FIELD.formatted("qty", "int32", false),
                        FIELD.formatted("unit_price", "int32", false),
                        FIELD.formatted("total_price", "int32", false),
                        FIELD.formatted("status", "string", false),
                        FIELD.formatted("reason", "string", true),
                        TIME.formatted("created_at"),
                        TIME.formatted("updated_at"),
                        FIELD.formatted("revision", "int32", false))
                + "]},\"payload\":{\"order_id\":\"" + id + "\",\"user_id\":\"김철수 🦊\","
                + "\"product_id\":\"CATALOG-'001\\\\\",\"qty\":3,\"unit_price\":1500,\"total_price\":4500,"
                + "\"status\":\"PENDING\",\"reason\":null,"
                + "\"created_at\":1774751400007,\"updated_at\":1774751400000,\"revision\":0}}";
    }
}
