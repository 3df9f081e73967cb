package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that the flow of orders starts with. A bean of type {@code NewTopic} would do it in less code, but it
 * also adds partitions to a topic that has fewer than it names, and that would move the keys of existing orders.
 */
@Slf4j
@Component
@Order(0)
@RequiredArgsConstructor
class TopicSetUp implements ApplicationRunner {

    /** Kept until somebody has seen to it; with room for records that were compressed on {@code orders}. */
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024));

    private final KafkaAdmin kafka;
    private final OrdersTopicProperties properties;

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            create(admin, orders());
            create(admin, sinkDeadLetters());
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_SINK_DLQ), keptForEver()))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            log.warn("The topics cannot be checked: {}", e.getCause().toString());
        }
    }

    /** Compacted: the topic keeps the last state of every order, so the shared table can be built from it anew. */
    private NewTopic orders() {
        return TopicBuilder.name(Topics.ORDERS)
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .compact()
                .configs(minInSync())
                .build();
    }

    private NewTopic sinkDeadLetters() {
        return TopicBuilder.name(Topics.ORDERS_SINK_DLQ)
                .partitions(1)
                .replicas(properties.replicas())
                .configs(DEAD_LETTERS)
                .build();
    }

    /**
     * With three copies two have to have a record before it is acknowledged, so that the loss of one loses nothing. The
     * brokers' own number of copies comes with the brokers' own {@code min.insync.replicas}.
     */
    private Map<String, String> minInSync() {
        return properties.replicas() < 0
                ? Map.of()
                : Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, properties.replicas() > 2 ? "2" : "1");
    }

    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        KafkaFuture<Void> created = admin.createTopics(List.of(topic)).all();
        try {
            created.get();
            log.info("Made the topic {} with {} partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** For a topic that Kafka Connect has made first, with the broker's defaults. */
    private static Collection<AlterConfigOp> keptForEver() {
        return DEAD_LETTERS.entrySet().stream()
                .map(config -> new AlterConfigOp(
                        new ConfigEntry(config.getKey(), config.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }
}
