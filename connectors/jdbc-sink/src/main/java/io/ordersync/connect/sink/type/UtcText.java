package io.ordersync.connect.sink.type;

import java.time.LocalDate;
import java.util.Date;

/**
 * Formats times for MariaDB. Times given as a number are in microseconds. Formatted by hand: a formatter would cost more
 * than the rest of a row.
 */
final class UtcText {

    private static final long DAY = 86_400_000L;
    private static final long SECOND_MICROS = 1_000_000L;

    private UtcText() {}

    static String timestamp(Date value) {
        long millis = value.getTime();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
        StringBuilder text = appendDate(new StringBuilder(23), date).append(' ');
        return appendTime(text, Math.floorMod(millis, DAY)).toString();
    }

    static String date(Date value) {
        return appendDate(new StringBuilder(10), LocalDate.ofEpochDay(Math.floorDiv(value.getTime(), DAY)))
                .toString();
    }

    static String time(Date value) {
        return appendTime(new StringBuilder(12), Math.floorMod(value.getTime(), DAY))
                .toString();
    }

    static String day(int epochDay) {
        return appendDate(new StringBuilder(10), LocalDate.ofEpochDay(epochDay)).toString();
    }

    static String timestamp(long micros) {
        long seconds = Math.floorDiv(micros, SECOND_MICROS);
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY / 1000));
        StringBuilder text = appendDate(new StringBuilder(26), date).append(' ');
        appendClock(text, (int) Math.floorMod(seconds, DAY / 1000));
        return appendMicros(text, (int) Math.floorMod(micros, SECOND_MICROS)).toString();
    }

    /** Formats a time of day or a duration: MariaDB's type holds negative ones and more than 24 hours. */
    static String time(long micros) {
        StringBuilder text = new StringBuilder(17).append(micros < 0 ? "-" : "");
        long amount = Math.abs(micros);
        appendClock(text, (int) (amount / SECOND_MICROS));
        return appendMicros(text, (int) (amount % SECOND_MICROS)).toString();
    }

    private static StringBuilder appendDate(StringBuilder text, LocalDate date) {
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            throw UnstorableRecordException.yearOutOfRange(year);
        }
        appendTwo(text, year / 100);
        appendTwo(text, year % 100).append('-');
        appendTwo(text, date.getMonthValue()).append('-');
        return appendTwo(text, date.getDayOfMonth());
    }

    private static StringBuilder appendTime(StringBuilder text, long millisOfDay) {
        int millis = (int) (millisOfDay % 1000);
        appendClock(text, (int) (millisOfDay / 1000)).append('.').append((char) ('0' + millis / 100));
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
