package io.ordersync.catalog.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the topic {@code orders-dlt} is made when it is missing.
 *
 * @param replicas copies of its one partition, at most the number of brokers; 1 by default, 3 in a cluster
 */
@Validated
@ConfigurationProperties("order-sync.dead-letter-topic")
record DeadLetterTopicProperties(@DefaultValue("1") @Min(1) short replicas) {}
