package io.ordersync.connect.sink.type;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The column type and the conversion for a schema of Debezium's sources. By their plain types alone, times would become
 * numbers, such as microseconds.
 *
 * @param column the type of the column to create
 * @param convert turns the value of the record into that of the column
 */
record DebeziumType(Function<Schema, String> column, UnaryOperator<Object> convert) {

    private static final long MICROS = 1_000_000L;

    private static final Map<String, DebeziumType> BY_SCHEMA_NAME = Map.ofEntries(
            entry("time.Date", "DATE", value -> UtcText.day(((Integer) value))),
            entry("time.Timestamp", "DATETIME(3)", value -> UtcText.timestamp((Long) value * 1000L)),
            entry("time.MicroTimestamp", "DATETIME(6)", value -> UtcText.timestamp((Long) value)),
            entry("time.NanoTimestamp", "DATETIME(6)", value -> UtcText.timestamp(Math.floorDiv((Long) value, 1000L))),
            entry("time.ZonedTimestamp", "DATETIME(6)", value -> UtcText.timestamp(utcMicros((String) value))),
            entry("time.Time", "TIME(3)", value -> UtcText.time((Integer) value * 1000L)),
            entry("time.MicroTime", "TIME(6)", value -> UtcText.time((Long) value)),
            entry("time.NanoTime", "TIME(6)", value -> UtcText.time((Long) value / 1000L)),
            entry("time.Year", "YEAR", UnaryOperator.identity()),
            entry("data.Enum", "VARCHAR(255)", UnaryOperator.identity()),
            entry("data.Json", "JSON", UnaryOperator.identity()),
            entry("data.Uuid", "UUID", UnaryOperator.identity()),
            Map.entry("io.debezium.data.Bits", new DebeziumType(DebeziumType::bits, DebeziumType::number)));

    /** Returns the type for a schema, or null if it is no schema of Debezium. */
    static @Nullable DebeziumType of(Schema schema) {
        return schema.name() == null ? null : BY_SCHEMA_NAME.get(schema.name());
    }

    private static Map.Entry<String, DebeziumType> entry(String name, String column, UnaryOperator<Object> convert) {
        return Map.entry("io.debezium." + name, new DebeziumType(schema -> column, convert));
    }

    private static long utcMicros(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        return time.toEpochSecond() * MICROS + time.get(ChronoField.MICRO_OF_SECOND);
    }

    private static String bits(Schema schema) {
        return "BIT(" + schema.parameters().get("length") + ")";
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
