package io.ordersync.connect.sink.position;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A move of a position, which succeeds only if nobody else has moved it.
 *
 * @param expected the stored position; null if there is no row
 * @param next the position after the move
 */
public record Claim(TopicPartition partition, @Nullable Position expected, Position next) {}
