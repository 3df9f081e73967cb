package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import java.time.Duration;
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
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Makes the topics that the flow of orders starts with. A bean of type {@code NewTopic} would do it in less code, but it
 * also adds partitions to a topic that has fewer than it names, and that would move the keys of existing orders.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class TopicSetUp {

    /** Kept until somebody has seen to it; with room for records that were compressed on {@code orders}. */
    private static final Map<String, String> DEAD_LETTERS = Map.of(
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(16 * 1024 * 1024));

    private final KafkaAdmin kafka;
    private final OrdersTopicProperties properties;

    void makeOrders() throws ExecutionException, InterruptedException {
        withAdmin(admin -> create(admin, orders()));
    }

    /** Also gives one that Kafka Connect has made first, with the broker's defaults, its retention. */
    void makeDeadLetters() throws ExecutionException, InterruptedException {
        withAdmin(admin -> {
            create(admin, sinkDeadLetters());
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_SINK_DLQ);
            admin.incrementalAlterConfigs(Map.of(topic, keptForEver())).all().get();
        });
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

    /** Closed without waiting for calls that are under way: the service may be stopping. */
    private void withAdmin(AdminWork work) throws ExecutionException, InterruptedException {
        Admin admin = Admin.create(kafka.getConfigurationProperties());
        try {
            work.with(admin);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    /** Looks first: who may not make topics may use those that are there. */
    private static void create(Admin admin, NewTopic topic) throws ExecutionException, InterruptedException {
        if (admin.listTopics().names().get().contains(topic.name())) {
            return;
        }
        try {
            admin.createTopics(List.of(topic)).all().get();
            log.info("Made the topic {} with {} partitions", topic.name(), topic.numPartitions());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) { // made by another instance at the same time
                throw e;
            }
        }
    }

    private static Collection<AlterConfigOp> keptForEver() {
        return DEAD_LETTERS.entrySet().stream()
                .map(config -> new AlterConfigOp(
                        new ConfigEntry(config.getKey(), config.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private interface AdminWork {
        void with(Admin admin) throws ExecutionException, InterruptedException;
    }
}
