package io.ordersync.connect.source.config;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Parses the name of a time zone. */
final class TimeZones {

    private TimeZones() {}

    /** @throws IllegalArgumentException if there is no such time zone */
    static ZoneId parse(String name) {
        try {
            return ZoneId.of(name, ZoneId.SHORT_IDS).normalized();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone, such as UTC, Asia/Seoul or +09:00", e);
        }
    }
}
