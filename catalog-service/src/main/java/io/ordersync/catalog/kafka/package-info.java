/** Orders in from the topic, outcomes and dead letters back out, in one Kafka transaction per batch. */
@NullMarked
package io.ordersync.catalog.kafka;

import org.jspecify.annotations.NullMarked;
