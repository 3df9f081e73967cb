package io.ordersync.connect.source.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows are read by their times of change.
 *
 * @param columns the first of them that is not null counts
 * @param delay the age that a row must have
 * @param initial the first poll reads rows from this time on, in milliseconds since 1970; -1 for the time of the start; null
 *     for all rows
 */
public record TimestampConfig(
        List<String> columns, Duration delay, @Nullable Long initial) {

    public static final long NOW = -1;
}
