package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import io.ordersync.service.broker.TopicCreator;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Prepares the order log: creates its topics and lets the producer learn their partitions. Until then the service reads
 * orders and rejects new ones with 503.
 */
@Component
class OrderLogInitializer {

    private final TopicCreator topics;
    private final ProducerWarmUp producer;
    private final OrdersTopicProperties properties;
    private volatile boolean done;

    OrderLogInitializer(KafkaAdmin kafka, ProducerWarmUp producer, OrdersTopicProperties properties) {
        this.topics = new TopicCreator(kafka);
        this.producer = producer;
        this.properties = properties;
    }

    /** Whether orders can be appended. An earlier send could make the broker create the topic with its defaults. */
    boolean isDone() {
        return done;
    }

    /** Creates the topic of dead letters last, since orders do not depend on it. */
    void initialize() throws Exception {
        topics.createIfMissing(orders());
        producer.warmUp();
        done = true;
        topics.createDeadLetterTopic(Topics.ORDERS_SINK_DLQ, properties.replicas());
    }

    /** Compacted: the topic keeps the last state of every order, so the shared table can be rebuilt from it. */
    private NewTopic orders() {
        return TopicBuilder.name(Topics.ORDERS)
                .partitions(properties.partitions())
                .replicas(properties.replicas())
                .compact()
                .configs(minInSync())
                .build();
    }

    /**
     * With three or more replicas, two have to hold a record before it is acknowledged, so the loss of one replica loses
     * no record. With the brokers' default number of replicas their default {@code min.insync.replicas} applies.
     */
    private Map<String, String> minInSync() {
        return properties.replicas() < 0
                ? Map.of()
                : Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, properties.replicas() > 2 ? "2" : "1");
    }
}
