package io.ordersync.connect.sink.config;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time zones in which columns hold times.
 *
 * @param connect that of Connect's Timestamp and Time
 * @param zoned that of Debezium's ZonedTimestamp
 */
public record TimeZones(ZoneId connect, ZoneId zoned) {

    /** Returns the zone in which the server must read the times; empty if the two zones contradict each other. */
    Optional<ZoneId> ofSession() {
        if (connect.equals(zoned) || zoned.equals(ZoneOffset.UTC)) {
            return Optional.of(connect);
        }
        return connect.equals(ZoneOffset.UTC) ? Optional.of(zoned) : Optional.empty();
    }
}
