package io.ordersync.order.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topic {@code orders} is made when it is missing. An existing one is left as it is.
 *
 * @param partitions chosen once: with more partitions later, an order's records would move to another partition and
 *     their offsets could no longer be compared. It bounds how many listeners and sink tasks can work side by side; 6
 *     by default
 * @param replicas copies of each partition, at most the number of brokers; by default -1, which is as many as the brokers
 *     give every topic ({@code default.replication.factor})
 */
@Validated
@ConfigurationProperties("order-sync.orders-topic")
record OrdersTopicProperties(
        @DefaultValue("6") @Min(1) int partitions,
        @DefaultValue("-1") @Min(-1) short replicas) {}
