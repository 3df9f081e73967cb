package io.ordersync.connect.debezium.ddl;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the constants that MariaDB takes for dates and times, such as {@code 20260329} and {@code '2026-3-29'}, in the one
 * form that Debezium reads. Leaves other texts as they are.
 */
final class TemporalText {

    private static final int CENTURY_BEGIN = 70;
    private static final int MOST_DIGITS = 6;

    private static final Pattern DELIMITED = Pattern.compile("(\\d{1,4})[^\\d\\s](\\d{1,2})[^\\d\\s](\\d{1,2})"
            + "(?:[T\\s]+(\\d{1,2})[^\\d\\s](\\d{1,2})(?:[^\\d\\s](\\d{1,2})(?:\\.(\\d*))?)?)?");
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4}|\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})(?:\\.(\\d*))?)?");

    private static final Pattern CLOCK =
            Pattern.compile("(-?)(?:(\\d{1,3})\\s+)?(\\d{1,4}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d*))?)?");
    private static final Pattern CLOCK_NUMBER = Pattern.compile("(-?)(\\d{1,7})(?:\\.(\\d*))?");

    private TemporalText() {}

    static String date(String text) {
        String timestamp = timestamp(text, 0);
        return timestamp.matches("\\d{4}-\\d{2}-\\d{2} .*") ? timestamp.substring(0, 10) : text;
    }

    /** @param digits how many digits of a second the column holds; the server cuts the others */
    static String timestamp(String text, int digits) {
        Matcher parts = DELIMITED.matcher(text.trim());
        if (!parts.matches()) {
            parts = COMPACT.matcher(text.trim());
        }
        if (!parts.matches()) {
            return text;
        }
        return "%04d-%02d-%02d %s"
                .formatted(
                        year(parts.group(1)),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        clock(number(parts.group(4)), number(parts.group(5)), number(parts.group(6)))
                                + fraction(parts.group(7), digits));
    }

    /** @param digits how many digits of a second the column holds; the server cuts the others */
    static String time(String text, int digits) {
        Matcher parts = CLOCK.matcher(text.trim());
        if (parts.matches()) {
            int hours = 24 * number(parts.group(2)) + number(parts.group(3));
            return parts.group(1)
                    + clock(hours, number(parts.group(4)), number(parts.group(5)))
                    + fraction(parts.group(6), digits);
        }
        Matcher number = CLOCK_NUMBER.matcher(text.trim());
        if (number.matches()) {
            int all = number(number.group(2));
            return number.group(1)
                    + clock(all / 10_000, all / 100 % 100, all % 100)
                    + fraction(number.group(3), digits);
        }
        return text;
    }

    /** A text of two digits is a year near the century's turn; so is a number, except for 0. */
    static String year(String text, boolean isNumber) {
        if (!text.matches("\\d{1,4}")) {
            return text;
        }
        int year = Integer.parseInt(text);
        return String.valueOf(
                year == 0 && (isNumber || text.length() > 2) ? 0 : year(text.length() > 2 ? pad(year) : text));
    }

    private static String pad(int year) {
        return year < 100 ? String.valueOf(year) : "%04d".formatted(year);
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        if (text.length() > 2) {
            return year;
        }
        return year < CENTURY_BEGIN ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String clock(int hours, int minutes, int seconds) {
        return "%02d:%02d:%02d".formatted(hours, minutes, seconds);
    }

    private static String fraction(String given, int digits) {
        String kept = given == null ? "" : given.substring(0, Math.min(given.length(), Math.min(digits, MOST_DIGITS)));
        return kept.isEmpty() ? "" : "." + kept;
    }
}
