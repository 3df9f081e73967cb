package io.ordersync.connect.sink.type;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The column type and the conversion for a schema of Debezium's sources. By their plain types alone, times would become
 * numbers, such as microseconds.
 *
 * @param type the type of the schema
 * @param column the type of the column to create
 * @param convert turns the value of the record into that of the column
 */
record DebeziumType(Schema.Type type, Function<Schema, String> column, UnaryOperator<Object> convert) {

    private static final String PREFIX = "io.debezium.";

    /** How the names of dates and times begin. */
    static final String TIMES = PREFIX + "time.";

    private static final long SECOND_MICROS = 1_000_000L;
    private static final long MICRO_NANOS = 1_000L;
    private static final int LATEST_YEAR = 10_000;
    private static final int LONGEST_BIT = 64;

    private static final Map<String, DebeziumType> BY_SCHEMA_NAME = Map.ofEntries(
            int32("time.Date", "DATE", UtcText::date),
            int64("time.Timestamp", "DATETIME(3)", UtcText::timestampOfMillis),
            int64("time.MicroTimestamp", "DATETIME(6)", UtcText::timestampOfMicros),
            int64("time.NanoTimestamp", "DATETIME(6)", UtcText::timestampOfNanos),
            text("time.ZonedTimestamp", "DATETIME(6)", DebeziumType::utc),
            int32("time.Time", "TIME(3)", UtcText::timeOfMillis),
            int64("time.MicroTime", "TIME(6)", UtcText::timeOfMicros),
            int64("time.NanoTime", "TIME(6)", UtcText::timeOfNanos),
            int32("time.Year", "YEAR", DebeziumType::year),
            text("data.Enum", "VARCHAR(255)", UnicodeText::check),
            text("data.Json", "JSON", UnicodeText::check),
            text("data.Uuid", "UUID", UnicodeText::check),
            Map.entry(
                    PREFIX + "data.Bits",
                    new DebeziumType(Schema.Type.BYTES, DebeziumType::bits, DebeziumType::number)));

    @FunctionalInterface
    private interface NumberConversion {
        Object apply(long value);
    }

    @FunctionalInterface
    private interface TextConversion {
        Object apply(String value);
    }

    /** Returns the type for the name of a schema, or null if it is no name of Debezium. */
    static @Nullable DebeziumType of(Schema schema) {
        return schema.name() == null ? null : BY_SCHEMA_NAME.get(schema.name());
    }

    private static Map.Entry<String, DebeziumType> int32(String name, String column, NumberConversion convert) {
        return entry(name, Schema.Type.INT32, column, value -> convert.apply((Integer) value));
    }

    private static Map.Entry<String, DebeziumType> int64(String name, String column, NumberConversion convert) {
        return entry(name, Schema.Type.INT64, column, value -> convert.apply((Long) value));
    }

    private static Map.Entry<String, DebeziumType> text(String name, String column, TextConversion convert) {
        return entry(name, Schema.Type.STRING, column, value -> convert.apply((String) value));
    }

    private static Map.Entry<String, DebeziumType> entry(
            String name, Schema.Type type, String column, UnaryOperator<Object> convert) {
        return Map.entry(PREFIX + name, new DebeziumType(type, schema -> column, convert));
    }

    /** Refuses also the texts of PostgreSQL's infinities. */
    private static String utc(String text) {
        OffsetDateTime time = parse(text);
        if (Math.abs(time.getYear()) > LATEST_YEAR) { // the microseconds of later years do not fit into a long
            throw UnstorableRecordException.yearOutOfRange(time.getYear());
        }
        if (time.getNano() % MICRO_NANOS != 0) {
            throw UnstorableRecordException.inexact("time in microseconds", text);
        }
        return UtcText.timestampOfMicros(time.toEpochSecond() * SECOND_MICROS + time.getNano() / MICRO_NANOS);
    }

    private static OffsetDateTime parse(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw UnstorableRecordException.notATime(text);
        }
    }

    /** MariaDB takes the numbers from 1 to 99 for years of this or the last century. */
    private static Object year(long year) {
        if (year != 0 && (year < 1901 || year > 2155)) {
            throw UnstorableRecordException.inexact("year", String.valueOf(year));
        }
        return (int) year;
    }

    private static String bits(Schema schema) {
        String length = schema.parameters() == null ? null : schema.parameters().get("length");
        if (length == null || !length.matches("[1-9][0-9]?") || Integer.parseInt(length) > LONGEST_BIT) {
            throw UnstorableRecordException.bits(length);
        }
        return "BIT(" + length + ")";
    }

    /** Debezium writes the lowest byte first. */
    private static Object number(Object value) {
        byte[] bytes = (byte[]) Binding.bytes(value instanceof byte[] array ? ByteBuffer.wrap(array) : value);
        for (int low = 0, high = bytes.length - 1; low < high; low++, high--) {
            byte swapped = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swapped;
        }
        return new BigInteger(1, bytes);
    }
}
