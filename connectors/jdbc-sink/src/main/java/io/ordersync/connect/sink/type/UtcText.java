package io.ordersync.connect.sink.type;

import java.time.LocalDate;
import java.util.Date;

/**
 * Formats times for MariaDB, and refuses times that its types cannot hold exactly. Formatted by hand: a formatter would
 * cost more than the rest of a row.
 */
final class UtcText {

    private static final long DAY = 86_400_000L;
    private static final long SECOND = 1_000L;
    private static final long SECOND_MICROS = 1_000_000L;
    private static final long MICRO_NANOS = 1_000L;

    /** The range of MariaDB's type {@code time} is 838:59:59.999999 in both directions. */
    private static final long TIME_LIMIT_SECONDS = 839L * 3600;

    private UtcText() {}

    static String timestamp(Date value) {
        return timestampOfMillis(value.getTime());
    }

    static String timestampOfMillis(long millis) {
        StringBuilder text = appendDate(new StringBuilder(23), Math.floorDiv(millis, DAY));
        return appendTime(text.append(' '), Math.floorMod(millis, DAY)).toString();
    }

    static String timestampOfMicros(long micros) {
        long seconds = Math.floorDiv(micros, SECOND_MICROS);
        StringBuilder text = appendDate(new StringBuilder(26), Math.floorDiv(seconds, DAY / SECOND));
        appendClock(text.append(' '), (int) Math.floorMod(seconds, DAY / SECOND));
        return appendMicros(text, (int) Math.floorMod(micros, SECOND_MICROS)).toString();
    }

    static String timestampOfNanos(long nanos) {
        return timestampOfMicros(wholeMicros(nanos));
    }

    /** @throws UnstorableRecordException unless the time is midnight in UTC */
    static String date(Date value) {
        long millis = value.getTime();
        if (millis % DAY != 0) {
            throw UnstorableRecordException.inexact("date", millis + " ms");
        }
        return date(millis / DAY);
    }

    static String date(long epochDay) {
        return appendDate(new StringBuilder(10), epochDay).toString();
    }

    static String time(Date value) {
        return timeOfMillis(value.getTime());
    }

    /** Formats a time of day or a duration: MariaDB's type holds negative ones and more than 24 hours. */
    static String timeOfMillis(long millis) {
        requireTime(millis / SECOND, millis, " ms");
        StringBuilder text = new StringBuilder(14).append(millis < 0 ? "-" : "");
        return appendTime(text, Math.abs(millis)).toString();
    }

    /** Formats a time of day or a duration like {@link #timeOfMillis}. */
    static String timeOfMicros(long micros) {
        requireTime(micros / SECOND_MICROS, micros, " µs");
        StringBuilder text = new StringBuilder(17).append(micros < 0 ? "-" : "");
        long amount = Math.abs(micros);
        appendClock(text, (int) (amount / SECOND_MICROS));
        return appendMicros(text, (int) (amount % SECOND_MICROS)).toString();
    }

    static String timeOfNanos(long nanos) {
        return timeOfMicros(wholeMicros(nanos));
    }

    private static void requireTime(long seconds, long amount, String unit) {
        if (seconds >= TIME_LIMIT_SECONDS || seconds <= -TIME_LIMIT_SECONDS) {
            throw UnstorableRecordException.timeOutOfRange(amount + unit);
        }
    }

    private static long wholeMicros(long nanos) {
        if (nanos % MICRO_NANOS != 0) {
            throw UnstorableRecordException.inexact("time in microseconds", nanos + " ns");
        }
        return nanos / MICRO_NANOS;
    }

    private static StringBuilder appendDate(StringBuilder text, long epochDay) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            throw UnstorableRecordException.yearOutOfRange(year);
        }
        appendTwo(text, year / 100);
        appendTwo(text, year % 100).append('-');
        appendTwo(text, date.getMonthValue()).append('-');
        return appendTwo(text, date.getDayOfMonth());
    }

    private static StringBuilder appendTime(StringBuilder text, long amount) {
        int millis = (int) (amount % SECOND);
        appendClock(text, (int) (amount / SECOND)).append('.').append((char) ('0' + millis / 100));
        return appendTwo(text, millis % 100);
    }

    private static StringBuilder appendClock(StringBuilder text, int seconds) {
        int hours = seconds / 3600;
        appendTwo(hours < 100 ? text : text.append(hours / 100), hours % 100).append(':');
        appendTwo(text, seconds / 60 % 60).append(':');
        return appendTwo(text, seconds % 60);
    }

    private static StringBuilder appendMicros(StringBuilder text, int micros) {
        appendTwo(text.append('.'), micros / 10_000);
        appendTwo(text, micros / 100 % 100);
        return appendTwo(text, micros % 100);
    }

    private static StringBuilder appendTwo(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
