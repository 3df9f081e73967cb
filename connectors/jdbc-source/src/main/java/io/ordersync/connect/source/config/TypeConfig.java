package io.ordersync.connect.source.config;

import java.time.ZoneId;

/**
 * How values become those of a record.
 *
 * @param zone the time zone of {@code datetime} columns; a {@code timestamp} column has none
 */
public record TypeConfig(NumericMapping numbers, ZoneId zone) {}
