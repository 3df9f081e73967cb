package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as a process, while its topics are deleted and made again. */
class MissingTopicsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack = TestStacks.forTests("missing-topics");
    private final SpringService service = stack.catalogService(1);
    private Admin admin;

    @BeforeEach
    void start() {
        stack.start(stack.mariaDb(), stack.broker());
        admin = Admin.create(client());
        create(Topics.ORDERS);
    }

    @AfterEach
    void close() {
        admin.close();
        stack.close();
    }

    @Test
    void makesTheDeadLetterTopicAgainAndDecidesOrdersBehindAnUnreadableRecord() throws Exception {
        stack.start(service);
        awaitDecided(append(1));
        admin.deleteTopics(List.of(Topics.ORDERS_DLT)).all().get();

        append("broken", "{".getBytes(UTF_8));
        awaitDecided(append(1));

        // The ledger has the order before the transaction with the letter is committed.
        await().atMost(SOON)
                .ignoreException(ExecutionException.class)
                .untilAsserted(() ->
                        assertThat(setting(Topics.ORDERS_DLT, "retention.ms")).isEqualTo("-1"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(endOf(Topics.ORDERS_DLT))
                        .as("letters and the marker of their transaction")
                        .isEqualTo(2));
        assertThat(linesWith("The topic orders-dlt was missing. It was made again, empty"))
                .isEqualTo(1);
        await().atMost(SOON).until(() -> get("/actuator/health").statusCode() == 200);
    }

    @Test
    void namesAMissingDeadLetterTopicThatItCannotMakeAndStaysReady() throws Exception {
        create(Topics.ORDERS_DLT);
        stack.start(service.setVariable("ORDER_SYNC_DEAD_LETTER_TOPIC_REPLICAS", "3"));
        awaitDecided(append(1));
        admin.deleteTopics(List.of(Topics.ORDERS_DLT)).all().get();

        await().atMost(SOON).until(() -> get("/actuator/health").statusCode() == 503);
        assertThat(get("/actuator/health").body()).contains("\"orders-dlt\":\"it cannot be made: ");
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        awaitDecided(append(1));
        create(Topics.ORDERS_DLT);
        await().atMost(SOON).until(() -> get("/actuator/health").statusCode() == 200);
        assertThat(linesWith("The topic orders-dlt is missing: it cannot be made"))
                .isEqualTo(1);
        assertThat(linesWith("The topic orders-dlt exists after ")).isEqualTo(1);
        assertThat(setting(Topics.ORDERS_DLT, "retention.ms")).isEqualTo("-1");
    }

    /** The consumer has read three records of the old topic. The new topic has more before the consumer notices it. */
    @Test
    void readsATopicThatWasMadeAgainFromItsStart() throws Exception {
        stack.start(service);
        awaitDecided(append(3));

        admin.deleteTopics(List.of(Topics.ORDERS)).all().get();
        create(Topics.ORDERS);
        awaitDecided(append(20));
        await().atMost(SOON).until(() -> linesWith("The topic orders was deleted and made again, empty") == 1);
        awaitDecided(append(1));
    }

    @Test
    void namesTheTopicOfOrdersWhileItIsMissing() throws Exception {
        stack.start(service);
        awaitDecided(append(1));
        admin.deleteTopics(List.of(Topics.ORDERS)).all().get();

        await().atMost(SOON).until(() -> get("/actuator/health").statusCode() == 503);
        assertThat(get("/actuator/health").body()).contains("\"orders\":\"order-service makes it\"");
        create(Topics.ORDERS);
        await().atMost(SOON).until(() -> get("/actuator/health").statusCode() == 200);
        awaitDecided(append(5));
        assertThat(linesWith("The topic orders is missing: order-service makes it"))
                .isEqualTo(1);
    }

    /** A topic whose deletion has just begun may still exist. */
    private void create(String topic) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .ignoreException(ExecutionException.class)
                .until(() -> {
                    admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1)))
                            .all()
                            .get();
                    return true;
                });
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> admin.listTopics().names().get().contains(topic));
    }

    private List<UUID> append(int count) throws Exception {
        List<UUID> ids = new ArrayList<>();
        try (var producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                Instant now = Instant.now();
                var order = new OrderRecord(id, "user-1", "any", 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
                producer.send(
                        new ProducerRecord<>(Topics.ORDERS, id.toString().getBytes(UTF_8), OrderEnvelope.write(order)));
                ids.add(id);
            }
        }
        return ids;
    }

    private void append(String key, byte[] value) throws Exception {
        try (var producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.ORDERS, key.getBytes(UTF_8), value))
                    .get();
        }
    }

    private void awaitDecided(List<UUID> orders) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> assertThat(isDecided(order)).isTrue()));
    }

    private boolean isDecided(UUID order) throws SQLException {
        try (var connection = stack.mariaDb().connect("catalog_service");
                var query = connection.prepareStatement("SELECT 1 FROM stock_reservation WHERE order_id = ?")) {
            query.setString(1, order.toString());
            return query.executeQuery().next();
        }
    }

    private long endOf(String topic) throws Exception {
        var partition = new TopicPartition(topic, 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private long linesWith(String text) throws IOException {
        try (var lines = Files.lines(service.logFile())) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }

    private Map<String, Object> client() {
        return Map.of("bootstrap.servers", stack.broker().bootstrapServers());
    }
}
