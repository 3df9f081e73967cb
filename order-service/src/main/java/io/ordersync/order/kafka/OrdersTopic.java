package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import io.ordersync.topics.RequiredTopic;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/** The topic {@code orders} with its settings. */
final class OrdersTopic {

    private static final int PARTITIONS = 6;

    private OrdersTopic() {}

    /** An existing topic keeps its settings. It gets more partitions only if a number of partitions is set. */
    static RequiredTopic with(OrdersTopicProperties properties) {
        int asked = properties.partitions() == null ? 0 : properties.partitions();
        return RequiredTopic.made(topic(asked == 0 ? PARTITIONS : asked, properties.replicas()))
                .withLeastPartitions(asked);
    }

    /**
     * Compacted: the topic keeps the last state of every order, so the shared table can be rebuilt from it. Compaction spares
     * the records of the last day: of two orders with one Idempotency-Key, the first must be found until one is decided.
     */
    private static NewTopic topic(int partitions, short replicas) {
        return TopicBuilder.name(Topics.ORDERS)
                .partitions(partitions)
                .replicas(replicas)
                .compact()
                .config(
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        Long.toString(Duration.ofDays(1).toMillis()))
                .configs(minInSync(replicas))
                .build();
    }

    /**
     * With three or more replicas, two have to hold a record before it is acknowledged, so the loss of one replica loses
     * no record. With the brokers' default number of replicas their default {@code min.insync.replicas} applies.
     */
    private static Map<String, String> minInSync(short replicas) {
        return replicas < 0 ? Map.of() : Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas > 2 ? "2" : "1");
    }
}
