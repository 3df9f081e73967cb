/** Receives requests from the topic and publishes outcomes, in one Kafka transaction per batch. */
@NullMarked
package io.ordersync.catalog.kafka.listener;

import org.jspecify.annotations.NullMarked;
