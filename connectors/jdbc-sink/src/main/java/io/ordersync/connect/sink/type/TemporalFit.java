package io.ordersync.connect.sink.type;

import io.ordersync.connect.sink.table.Column;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Refuses dates and times that the server would cut: surplus digits of a second, the time of a date, the date of a time. */
final class TemporalFit {

    /** A text that begins as a date; the server refuses what is no date or time. */
    private static final Pattern DATE_WITH_TIME = Pattern.compile("\\s*\\d{4}\\D\\d.*", Pattern.DOTALL);

    /** A date, perhaps with a time of zeros. */
    private static final Pattern DATE = Pattern.compile("\\s*\\d{4}\\D\\d\\d?\\D\\d\\d?(?:[\\sT][0:.\\s]*)?");

    /** A time, perhaps with a number of days before it, as MariaDB writes it. */
    private static final Pattern TIME = Pattern.compile("\\s*-?(?:\\d+ )?\\d+:\\d.*", Pattern.DOTALL);

    private static final int DATE_LENGTH = "2026-03-29".length();

    private TemporalFit() {}

    /** Returns the check of converted values; null if all values fit. */
    static @Nullable UnaryOperator<Object> of(Schema schema, Column column) {
        String made = ColumnType.chooseForTimes(schema);
        boolean isTime = column.type().equals("time");
        if (made.isEmpty()) {
            return value -> withoutSurplusDigits(unambiguous(value, isTime, column), column);
        }
        if (made.startsWith("TIME(") != isTime) {
            return value -> {
                throw UnstorableRecordException.inexact(column.definition(), value.toString());
            };
        }
        if (column.type().equals("date")) {
            return made.startsWith("DATETIME") ? value -> midnight(value, column) : null;
        }
        return digits(made) <= column.fraction() ? null : value -> withoutSurplusDigits(value, column);
    }

    /** The server reads numbers, and texts without delimiters, in ways that depend on the number of their digits. */
    private static Object unambiguous(Object value, boolean isTime, Column column) {
        Pattern pattern = isTime ? TIME : column.type().equals("date") ? DATE : DATE_WITH_TIME;
        if (!(value instanceof String text) || !pattern.matcher(text).matches()) {
            throw UnstorableRecordException.inexact(column.definition(), value.toString());
        }
        return value;
    }

    static boolean isTemporal(Schema schema) {
        return !ColumnType.chooseForTimes(schema).isEmpty();
    }

    /** How many digits of a second the texts of a schema have at most; of any text more than a column can hold. */
    private static int digits(String made) {
        int open = made.indexOf('(');
        return made.equals("DATE") ? 0 : open < 0 ? Integer.MAX_VALUE : made.charAt(open + 1) - '0';
    }

    private static Object midnight(Object value, Column column) {
        String time = value.toString().substring(DATE_LENGTH);
        if (!time.chars().allMatch(c -> c == '0' || c == ':' || c == '.' || c == ' ')) {
            throw UnstorableRecordException.inexact(column.definition(), value.toString());
        }
        return value;
    }

    private static Object withoutSurplusDigits(Object value, Column column) {
        String text = value.toString();
        int point = text.indexOf('.');
        for (int i = point + 1 + column.fraction(); point >= 0 && i < text.length(); i++) {
            char digit = text.charAt(i);
            if (digit >= '1' && digit <= '9') {
                throw UnstorableRecordException.inexact(column.definition(), text);
            }
            if (digit != '0') {
                break; // a time zone
            }
        }
        return value;
    }
}
