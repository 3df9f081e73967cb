package io.ordersync.connect.source.config;

import java.time.Duration;

/**
 * How often the database is asked, and for how much.
 *
 * @param poll the pause after a table has been read to its end
 * @param discovery the pause between two searches for new tables
 * @param retry the pause after a failed attempt
 * @param rows the largest number of rows in memory
 */
public record Pace(Duration poll, Duration discovery, Duration retry, int rows) {}
