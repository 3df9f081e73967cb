package io.ordersync.order.kafka;

import io.ordersync.contract.OrderFormat;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service makes and writes the topic {@code orders}.
 *
 * @param partitions the highest number of listeners and sink tasks that can work at the same time. A topic that has fewer
 *     gets more; a topic that has more keeps them, since Kafka removes none. If it is not set, a new topic gets 6 and an
 *     existing topic stays as it is
 * @param replicas copies of each partition, at most the number of brokers; by default -1, which is as many as the brokers
 *     give every topic ({@code default.replication.factor}). An existing topic keeps its replicas
 * @param format the form in which the service writes orders; {@code envelope} by default. It reads both forms
 */
@Validated
@ConfigurationProperties("order-sync.orders-topic")
record OrdersTopicProperties(
        @Nullable @Min(1) Integer partitions,
        @DefaultValue("-1") @Min(-1) short replicas,
        @DefaultValue("envelope") OrderFormat format) {}
