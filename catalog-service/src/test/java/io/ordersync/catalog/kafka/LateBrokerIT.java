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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Starts the service as a process while there is no broker. */
class LateBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalStack stack = TestStacks.forTests("late-broker");
    private final SpringService service = stack.catalogService(1);

    @BeforeEach
    void start() {
        stack.start(stack.mariaDb());
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void createsItsTopicAndDecidesOrdersWhenTheBrokerStarts() throws Exception {
        // The service is ready after its first attempt to reach the broker, which takes 10 s otherwise.
        stack.start(service.setVariable("SPRING_KAFKA_ADMIN_PROPERTIES_REQUEST_TIMEOUT_MS", "1000")
                .setVariable("SPRING_KAFKA_ADMIN_PROPERTIES_DEFAULT_API_TIMEOUT_MS", "2000"));
        assertThat(statusOf("/catalogs")).isEqualTo(200);

        stack.start(stack.broker());
        await().atMost(SOON).until(() -> linesWith("Making the topic orders-dlt: done") == 1);
        assertThat(linesWith("Making the topic orders-dlt waits for the broker"))
                .isEqualTo(1);
        try (Admin admin = Admin.create(client())) {
            // The broker learns about the topic slightly later than the controller.
            await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(Topics.ORDERS_DLT));
            var letters = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_DLT);
            var configs = admin.describeConfigs(List.of(letters)).all().get();
            assertThat(configs.get(letters).get("retention.ms").value()).isEqualTo("-1");
            assertThat(admin.listTopics().names().get()).doesNotContain(Topics.ORDERS);
            admin.createTopics(List.of(new NewTopic(Topics.ORDERS, 3, (short) 1)))
                    .all()
                    .get();
        }

        UUID order = append();
        await().atMost(SOON).until(() -> isDecided(order));
    }

    @Test
    void stopsAtOnceWhileWaitingForTheBroker() {
        stack.start(service);
        ProcessHandle process = ProcessHandle.of(service.pid()).orElseThrow();
        Instant before = Instant.now();

        process.destroy();

        await().atMost(SOON).until(() -> !process.isAlive());
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private UUID append() throws Exception {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        var order = new OrderRecord(id, "user-1", "any", 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
        try (var producer = new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.ORDERS, id.toString().getBytes(UTF_8), OrderEnvelope.write(order)))
                    .get();
        }
        return id;
    }

    private boolean isDecided(UUID order) throws SQLException {
        try (var connection = stack.mariaDb().connect("catalog_service");
                var query = connection.prepareStatement("SELECT 1 FROM stock_reservation WHERE order_id = ?")) {
            query.setString(1, order.toString());
            return query.executeQuery().next();
        }
    }

    private int statusOf(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", stack.tokens().bearer("user-1"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
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
