package io.ordersync.connect.sink.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Moves times into the time zone of the columns. The rest of the sink writes every time as if it were UTC.
 *
 * @param connect the time zone of Connect's Timestamp and Time
 * @param zoned the time zone of Debezium's ZonedTimestamp
 */
public record LocalTimes(ZoneId connect, ZoneId zoned) {

    private static final String ZONED = "io.debezium.time.ZonedTimestamp";
    private static final int SECOND = 1000;
    private static final long DAY = 86_400_000L;

    /** Returns a reader of local times, or the reader itself for values that have no time zone. */
    public FieldSource.Reader read(Schema schema, FieldSource.Reader reader) {
        UnaryOperator<Object> move = move(String.valueOf(schema.name()));
        return move == null ? reader : record -> moved(record, reader, move);
    }

    private static @Nullable Object moved(SinkRecord record, FieldSource.Reader reader, UnaryOperator<Object> move) {
        Object value = reader.read(record);
        return value == null ? null : move.apply(value);
    }

    private @Nullable UnaryOperator<Object> move(String name) {
        return switch (name) {
            case Timestamp.LOGICAL_NAME -> connect.equals(ZoneOffset.UTC) ? null : value -> local((Date) value);
            case Time.LOGICAL_NAME -> connect.equals(ZoneOffset.UTC) ? null : value -> localTime((Date) value);
            case ZONED -> zoned.equals(ZoneOffset.UTC) ? null : value -> local((String) value);
            default -> null;
        };
    }

    private Date local(Date value) {
        return new Date(value.getTime() + offset(value.toInstant()));
    }

    /** A time of day stays one. */
    private Date localTime(Date value) {
        long local = value.getTime() + offset(Instant.EPOCH);
        boolean isTimeOfDay = value.getTime() >= 0 && value.getTime() < DAY;
        return new Date(isTimeOfDay ? Math.floorMod(local, DAY) : local);
    }

    private long offset(Instant instant) {
        return connect.getRules().getOffset(instant).getTotalSeconds() * (long) SECOND;
    }

    /** A text that is no time stays as it is, and is refused later. */
    private String local(String value) {
        try {
            return OffsetDateTime.parse(value)
                    .atZoneSameInstant(zoned)
                    .toLocalDateTime()
                    .atOffset(ZoneOffset.UTC)
                    .toString();
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}
