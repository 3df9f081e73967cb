/** The log of order state as a Kafka topic. */
@NullMarked
package io.ordersync.order.kafka;

import org.jspecify.annotations.NullMarked;
