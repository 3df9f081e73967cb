package io.ordersync.connect.source.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rows are read by their ids.
 *
 * @param column the name of the column; null for the one that the server numbers
 * @param initial the first poll reads ids greater than this one; null for all
 * @param gapTimeout how long a missing id is asked for
 */
public record IncrementingConfig(
        @Nullable String column, @Nullable Long initial, Duration gapTimeout) {}
