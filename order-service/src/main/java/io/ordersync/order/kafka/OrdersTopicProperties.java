package io.ordersync.order.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the service creates the topic {@code orders}. An existing topic stays unchanged.
 *
 * @param partitions the highest number of listeners and sink tasks that can work at the same time; 6 by default. Not to
 *     be increased later: an order's records would move to another partition, and their offsets could no longer be
 *     compared
 * @param replicas copies of each partition, at most the number of brokers; by default -1, which is as many as the brokers
 *     give every topic ({@code default.replication.factor})
 */
@Validated
@ConfigurationProperties("order-sync.orders-topic")
record OrdersTopicProperties(
        @DefaultValue("6") @Min(1) int partitions,
        @DefaultValue("-1") @Min(-1) short replicas) {}
