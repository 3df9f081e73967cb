package io.ordersync.catalog.kafka.deadletter;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The topic {@code orders-dlt}.
 *
 * @param replicas copies of its one partition, at most the number of brokers; -1 (default) takes the brokers'
 *     {@code default.replication.factor}
 */
@Validated
@ConfigurationProperties("order-sync.dead-letter-topic")
record DeadLetterTopicProperties(
        @DefaultValue("-1") @Min(-1) short replicas) {}
