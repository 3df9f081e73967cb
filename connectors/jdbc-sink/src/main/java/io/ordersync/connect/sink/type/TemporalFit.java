package io.ordersync.connect.sink.type;

import io.ordersync.connect.sink.table.Column;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Refuses dates and times that the server would cut: surplus digits of a second, the time of a date, the date of a time. */
final class TemporalFit {

    private static final int DATE_LENGTH = "2026-03-29".length();

    private TemporalFit() {}

    /** Returns the check of converted values; null if all values fit. */
    static @Nullable UnaryOperator<Object> of(Schema schema, Column column) {
        String made = ColumnType.chooseForTimes(schema);
        boolean isTime = column.type().equals("time");
        if (made.startsWith("TIME(") != isTime && !made.isEmpty()) {
            return value -> {
                throw UnstorableRecordException.inexact(column.definition(), value.toString());
            };
        }
        if (column.type().equals("date")) {
            return made.startsWith("DATETIME") ? value -> midnight(value, column) : null;
        }
        return digits(made) <= column.fraction() ? null : value -> withoutSurplusDigits(value, column);
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
