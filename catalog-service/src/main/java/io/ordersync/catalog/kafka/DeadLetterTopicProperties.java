package io.ordersync.catalog.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topic {@code orders-dlt} is created when it is missing.
 *
 * @param replicas copies of its one partition, at most the number of brokers; by default -1, which is as many as the
 *     brokers give every topic ({@code default.replication.factor})
 */
@Validated
@ConfigurationProperties("order-sync.dead-letter-topic")
record DeadLetterTopicProperties(
        @DefaultValue("-1") @Min(-1) short replicas) {}
