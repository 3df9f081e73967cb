package io.ordersync.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.server.SpringService;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service as a process of its own, started while there is no broker. */
class LateBrokerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final LocalStack stack = TestStacks.forTests("late-broker");
    private final SpringService service = stack.orderService(1);
    private final RestClient rest = RestClient.builder()
            .baseUrl(service.url())
            .defaultHeader("Authorization", stack.tokens().bearer("user-1"))
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();

    @BeforeEach
    void start() {
        stack.start(stack.mariaDb());
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void createsTheTopicWhenTheBrokerStarts() throws Exception {
        startWithShortAttempts();

        ResponseEntity<JsonNode> refused = place();
        assertThat(refused.getStatusCode().value()).isEqualTo(503);
        assertThat(refused.getBody().get("type").asString()).endsWith("#order-not-acknowledged");
        assertThat(rest.get().uri("/orders?userId=user-1").retrieve().body(JsonNode.class))
                .as("orders, which can be read all the while")
                .isEmpty();
        stack.start(stack.broker());

        await().atMost(SOON).until(() -> place().getStatusCode().value() == 201);
        await().atMost(SOON).until(() -> linesWith("Opening the log") == 2);
        assertThat(linesWith("Opening the log of orders waits for the broker")).isEqualTo(1);
        assertThat(linesWith("Opening the log of orders: done")).isEqualTo(1);
        assertThat(linesWith(stack.mariaDb().password("order_service"))).isZero();
        assertThat(partitionsOf(Topics.ORDERS)).isEqualTo(6);
        assertThat(configOf(Topics.ORDERS, "cleanup.policy")).isEqualTo("compact");
    }

    @Test
    void leavesExistingTopicsUnchanged() throws Exception {
        stack.start(stack.broker());
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(Topics.ORDERS, 2, (short) 1)))
                    .all()
                    .get();
        }
        stack.broker().kill();
        startWithShortAttempts();
        assertThat(place().getStatusCode().value()).isEqualTo(503);
        stack.start(stack.broker());

        await().atMost(SOON).until(() -> place().getStatusCode().value() == 201);
        await().atMost(SOON).until(() -> linesWith("Opening the log of orders: done") == 1);
        assertThat(partitionsOf(Topics.ORDERS)).isEqualTo(2);
        assertThat(configOf(Topics.ORDERS, "cleanup.policy")).isEqualTo("delete");
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

    /** The service is ready after its first attempt to reach the broker, which takes 10 s otherwise. */
    private void startWithShortAttempts() {
        stack.start(service.setVariable("SPRING_KAFKA_ADMIN_PROPERTIES_REQUEST_TIMEOUT_MS", "1000")
                .setVariable("SPRING_KAFKA_ADMIN_PROPERTIES_DEFAULT_API_TIMEOUT_MS", "2000"));
    }

    private ResponseEntity<JsonNode> place() {
        return rest.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                {"userId": "user-1", "productId": "CATALOG-001", "qty": 1, "unitPrice": 1500}""")
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private long linesWith(String text) throws IOException {
        try (var lines = Files.lines(service.logFile())) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }

    private int partitionsOf(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }

    /** Of a topic that the controller has; the broker may learn of it a moment later. */
    private String configOf(String topic, String name) throws ExecutionException, InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin()) {
            await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(topic));
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", (Object) stack.broker().bootstrapServers()));
    }
}
