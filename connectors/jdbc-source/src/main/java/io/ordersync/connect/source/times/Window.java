package io.ordersync.connect.source.times;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * The time up to which rows are read: the rows of later statements get no earlier time.
 *
 * @param digits the digits of a second that the columns hold; a shorter time is an earlier one
 * @param zone the time zone of the columns
 */
record Window(int digits, ZoneId zone) {

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final int NANO_DIGITS = 9;

    /**
     * Returns the first time that is not read.
     *
     * @param now the clock of the database
     * @param oldestStatement how long the oldest statement has been running that may write rows
     */
    LocalDateTime end(Instant now, Duration delay, Duration oldestStatement) {
        Duration age = delay.compareTo(oldestStatement) > 0 ? delay : oldestStatement;
        return truncated(earliestLocalTimeFrom(now.minus(age)));
    }

    /** In the hour before the end of summer time, rows written an hour later will have the same local times. */
    private LocalDateTime earliestLocalTimeFrom(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant);
        return next != null && next.isOverlap() && next.getDateTimeAfter().isBefore(local)
                ? next.getDateTimeAfter()
                : local;
    }

    private LocalDateTime truncated(LocalDateTime time) {
        long unit = Math.round(Math.pow(10, NANO_DIGITS - (double) digits));
        return time.truncatedTo(ChronoUnit.SECONDS).plusNanos(time.getNano() / unit * unit);
    }

    String text(LocalDateTime time) {
        return TEXT.format(time);
    }

    /** Returns a time as the columns hold it. */
    String text(Instant time) {
        return text(LocalDateTime.ofInstant(time, zone));
    }

    /** Returns how far the end of the window is behind the clock. */
    static Duration lag(LocalDateTime end, Instant now, ZoneId zone) {
        return Duration.between(end.atZone(zone).toInstant(), now);
    }

    static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
