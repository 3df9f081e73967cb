package io.ordersync.connect.sink;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;

/** Times as MariaDB reads them. Written by hand: a formatter would cost more than the rest of a row. */
final class UtcText {

    private static final long DAY = 86_400_000L;

    private UtcText() {}

    static String timestamp(Date value) {
        long millis = value.getTime();
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(23);
        appendDate(text, time.toLocalDate()).append(' ');
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

    private static StringBuilder appendDate(StringBuilder text, LocalDate date) {
        int year = date.getYear();
        if (year < 0 || year > 9999) {
            throw UnsuitedRecordException.yearOutOfRange(year);
        }
        appendTwo(text, year / 100);
        appendTwo(text, year % 100).append('-');
        appendTwo(text, date.getMonthValue()).append('-');
        return appendTwo(text, date.getDayOfMonth());
    }

    private static StringBuilder appendTime(StringBuilder text, long millisOfDay) {
        int seconds = (int) (millisOfDay / 1000);
        int millis = (int) (millisOfDay % 1000);
        appendTwo(text, seconds / 3600).append(':');
        appendTwo(text, seconds / 60 % 60).append(':');
        appendTwo(text, seconds % 60).append('.').append((char) ('0' + millis / 100));
        return appendTwo(text, millis % 100);
    }

    private static StringBuilder appendTwo(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
