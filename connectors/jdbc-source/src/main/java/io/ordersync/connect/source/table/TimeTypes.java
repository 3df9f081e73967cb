package io.ordersync.connect.source.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/** The fields of dates and times. The server sends them as texts, which the driver would read in the time zone of the worker. */
final class TimeTypes {

    private static final int DIGITS_OF_MILLIS = 3;
    private static final String TEXT = "CHAR(32)";
    private static final long MILLIS_OF_DAY = 86_400_000L;

    private TimeTypes() {}

    static FieldType date(ColumnDefinition column) {
        return new FieldType(
                Date.builder(),
                TEXT,
                (row, i) ->
                        date(row.getString(i), column, day -> new java.util.Date(day.toEpochDay() * MILLIS_OF_DAY)));
    }

    /** A time of MariaDB can be negative or longer than a day, which Connect's Time cannot. */
    static FieldType time() {
        return new FieldType(
                SchemaBuilder.int64().name("io.debezium.time.MicroTime").version(1), TEXT, (row, column) -> {
                    String text = row.getString(column);
                    return text == null ? null : TimeText.micros(text);
                });
    }

    /** @param zone the time zone of the column */
    static FieldType timestamp(ColumnDefinition column, ZoneId zone) {
        if (column.scale() <= DIGITS_OF_MILLIS) {
            return new FieldType(
                    Timestamp.builder(),
                    TEXT,
                    (row, i) -> time(row.getString(i), column, time -> millis(TimeText.epochMicros(time, zone))));
        }
        return new FieldType(
                SchemaBuilder.int64().name("io.debezium.time.MicroTimestamp").version(1),
                TEXT,
                (row, i) -> time(row.getString(i), column, time -> TimeText.epochMicros(time, zone)));
    }

    private static Object millis(long micros) {
        return new java.util.Date(Math.floorDiv(micros, 1000L));
    }

    /** A date of zeros is no date: it becomes null, or the first day of 1970 if the column cannot be null. */
    private static @Nullable Object date(
            @Nullable String text, ColumnDefinition column, Function<LocalDate, Object> value) {
        if (text == null || (TimeText.isZero(text) && column.isNullable())) {
            return null;
        }
        return value.apply(TimeText.isZero(text) ? LocalDate.EPOCH : TimeText.date(text));
    }

    private static @Nullable Object time(
            @Nullable String text, ColumnDefinition column, Function<LocalDateTime, Object> value) {
        if (text == null || (TimeText.isZero(text) && column.isNullable())) {
            return null;
        }
        return value.apply(TimeText.isZero(text) ? LocalDate.EPOCH.atStartOfDay() : TimeText.time(text));
    }
}
