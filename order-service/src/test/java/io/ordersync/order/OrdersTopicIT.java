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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The service as a process of its own, while its topic is deleted, made again and gets partitions. */
class OrdersTopicIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final LocalStack stack = TestStacks.forTests("orders-topic");
    private final SpringService service = stack.orderService(1);
    private final RestClient rest = RestClient.builder()
            .baseUrl(service.url())
            .defaultHeader("Authorization", stack.tokens().bearer("user-1"))
            .defaultStatusHandler(status -> true, (request, response) -> {})
            .build();
    private Admin admin;

    @BeforeEach
    void start() {
        stack.start(stack.mariaDb(), stack.broker());
        admin = Admin.create(Map.of("bootstrap.servers", stack.broker().bootstrapServers()));
    }

    @AfterEach
    void close() {
        admin.close();
        stack.close();
    }

    @Test
    void makesADeletedTopicAgainWithAllItsPartitions() throws Exception {
        stack.start(service);
        await().atMost(SOON).until(() -> statusOfPost() == 201);
        admin.createPartitions(Map.of(Topics.ORDERS, NewPartitions.increaseTo(8)))
                .all()
                .get();
        await().atMost(SOON).until(() -> linesWith("The topic orders has 8 partitions now; it had 6") == 1);

        admin.deleteTopics(List.of(Topics.ORDERS)).all().get();

        await().atMost(SOON).until(() -> linesWith("The topic orders was missing. It was made again, empty") == 1);
        await().atMost(SOON).until(() -> statusOfPost() == 201);
        assertThat(topic().partitions()).hasSize(8);
        assertThat(setting("cleanup.policy")).isEqualTo("compact");
        await().atMost(SOON).until(() -> get("/actuator/health").getStatusCode().value() == 200);
        assertThat(linesWith("The topic orders was deleted")).as("said twice").isZero();
    }

    @Test
    void namesATopicThatItCannotMakeAndStaysReady() throws Exception {
        create(6);
        stack.start(service.setVariable("ORDER_SYNC_ORDERS_TOPIC_REPLICAS", "3"));
        await().atMost(SOON).until(() -> statusOfPost() == 201);

        admin.deleteTopics(List.of(Topics.ORDERS)).all().get();

        await().atMost(SOON).until(() -> get("/actuator/health").getStatusCode().value() == 503);
        assertThat(get("/actuator/health").getBody())
                .contains("\"topics\":{", "\"orders\":\"it cannot be made: ")
                .containsIgnoringCase("replication factor");
        assertThat(get("/actuator/health/readiness").getStatusCode().value()).isEqualTo(200);
        assertThat(statusOfPost()).isEqualTo(503);
        create(6);
        await().atMost(SOON).until(() -> statusOfPost() == 201);
        await().atMost(SOON).until(() -> get("/actuator/health").getStatusCode().value() == 200);
        assertThat(linesWith("The topic orders is missing: it cannot be made")).isEqualTo(1);
        assertThat(linesWith("The topic orders exists after ")).isEqualTo(1);
        assertThat(linesWith("The topic orders was deleted and made again, empty"))
                .isEqualTo(1);
    }

    @Test
    void addsPartitionsWhenAskedAndRemovesNone() throws Exception {
        create(2);
        stack.start(service.setVariable("ORDER_SYNC_ORDERS_TOPIC_PARTITIONS", "4"));
        await().atMost(SOON).until(() -> topic().partitions().size() == 4);
        assertThat(setting("cleanup.policy")).as("unchanged").isEqualTo("delete");
        await().atMost(SOON).until(() -> linesWith("Added partitions to the topic orders: from 2 to 4") == 1);
        assertThat(statusOfPost()).isEqualTo(201);

        service.stop();
        stack.start(service.setVariable("ORDER_SYNC_ORDERS_TOPIC_PARTITIONS", "3"));
        await().atMost(SOON).until(() -> linesWith("The topic orders keeps its 4 partitions; 3 were asked for") == 1);
        assertThat(topic().partitions()).hasSize(4);
        assertThat(statusOfPost()).isEqualTo(201);
    }

    /** The topic may still be in deletion, or not known to the broker yet. */
    private void create(int partitions) {
        await().atMost(SOON).ignoreException(ExecutionException.class).until(() -> {
            admin.createTopics(List.of(new NewTopic(Topics.ORDERS, partitions, (short) 1)))
                    .all()
                    .get();
            return true;
        });
        await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(Topics.ORDERS));
    }

    private int statusOfPost() {
        return rest.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                {"userId": "user-1", "productId": "CATALOG-001", "qty": 1, "unitPrice": 1500}""")
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private ResponseEntity<String> get(String path) {
        return rest.get().uri(path).retrieve().toEntity(String.class);
    }

    private TopicDescription topic() throws Exception {
        return admin.describeTopics(List.of(Topics.ORDERS))
                .allTopicNames()
                .get()
                .get(Topics.ORDERS);
    }

    private String setting(String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS);
        return admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private long linesWith(String text) throws IOException {
        try (var lines = Files.lines(service.logFile())) {
            return lines.filter(line -> line.contains(text)).count();
        }
    }
}
