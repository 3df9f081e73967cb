package io.ordersync.connect.source.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Reads the dates and times that MariaDB sends as texts, such as {@code 2026-03-29 02:30:00.007}. */
public final class TimeText {

    private static final int DIGITS = 9;
    private static final int DATE_LENGTH = 10;
    private static final long MICROS = 1_000_000L;

    private TimeText() {}

    /** Whether the month or the day is zero, which a server without strict mode allows. */
    static boolean isZero(String text) {
        return text.startsWith("00", 5) || text.startsWith("00", 8);
    }

    static LocalDate date(String text) {
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH));
    }

    public static LocalDateTime time(String text) {
        return text.length() <= DATE_LENGTH
                ? date(text).atStartOfDay()
                : date(text)
                        .atTime(LocalTime.of(
                                number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), nanos(text, 19)));
    }

    static long epochMicros(LocalDateTime time, ZoneId zone) {
        long seconds = zone instanceof ZoneOffset offset
                ? time.toEpochSecond(offset)
                : time.atZone(zone).toEpochSecond();
        return seconds * MICROS + time.getNano() / 1000;
    }

    /** Returns the microseconds of a time of day or a duration, such as {@code -838:59:59.999999}. */
    static long micros(String text) {
        boolean isNegative = text.startsWith("-");
        String[] parts = (isNegative ? text.substring(1) : text).split("[:.]");
        long seconds = (Long.parseLong(parts[0]) * 60 + Long.parseLong(parts[1])) * 60 + Long.parseLong(parts[2]);
        long micros = seconds * MICROS + (parts.length > 3 ? fraction(parts[3]) / 1000 : 0);
        return isNegative ? -micros : micros;
    }

    private static int nanos(String text, int dot) {
        return text.length() > dot + 1 ? fraction(text.substring(dot + 1)) : 0;
    }

    private static int fraction(String digits) {
        int value = Integer.parseInt(digits);
        for (int i = digits.length(); i < DIGITS; i++) {
            value *= 10;
        }
        return value;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
