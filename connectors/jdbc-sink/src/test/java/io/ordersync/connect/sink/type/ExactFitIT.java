package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns that somebody has made for values of other types: a value arrives exactly, or its record is refused. */
class ExactFitIT {

    private static final Schema DATE = org.apache.kafka.connect.data.Date.SCHEMA;
    private static final Schema MICROS = SchemaBuilder.int64()
            .name("io.debezium.time.MicroTimestamp")
            .version(1)
            .build();

    private final DirectTask task = new DirectTask();

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> fitting() {
        return Stream.of(
                arguments("decimal(10,2)", Decimal.schema(4), new BigDecimal("19.9900"), "19.99"),
                arguments("decimal(10,2)", Schema.FLOAT32_SCHEMA, 1.1f, "1.10"),
                arguments("decimal(10,2)", Schema.FLOAT64_SCHEMA, 19.99, "19.99"),
                arguments("decimal(10,2)", Schema.STRING_SCHEMA, "19.990", "19.99"),
                arguments("decimal(10,2)", Schema.INT64_SCHEMA, 7L, "7.00"),
                arguments("int", Schema.FLOAT64_SCHEMA, 3.0, "3"),
                arguments("int", Decimal.schema(2), new BigDecimal("3.00"), "3"),
                arguments("float", Schema.FLOAT64_SCHEMA, 19.99, "19.99"),
                arguments("double", Schema.INT64_SCHEMA, 1L << 53, "9.007199254740992e15"),
                arguments("datetime", Timestamp.SCHEMA, at("2026-03-29T02:30:00Z"), "2026-03-29 02:30:00"),
                arguments("datetime(3)", MICROS, 1_774_751_400_007_000L, "2026-03-29 02:30:00.007"),
                arguments("date", Timestamp.SCHEMA, at("2026-03-29T00:00:00Z"), "2026-03-29"),
                arguments("datetime", DATE, at("2026-03-29T00:00:00Z"), "2026-03-29 00:00:00"),
                arguments("datetime", Schema.STRING_SCHEMA, "2026-03-29 02:30:00.0", "2026-03-29 02:30:00"),
                arguments("year", Schema.INT32_SCHEMA, 2026, "2026"),
                arguments("varchar(3)", Schema.STRING_SCHEMA, "a  ", "a  "),
                arguments("varchar(3)", Schema.STRING_SCHEMA, "🦊🦊 ", "🦊🦊 "),
                arguments("enum('a','1')", Schema.STRING_SCHEMA, "1", "1"),
                arguments("char(5)", Schema.STRING_SCHEMA, "a b", "a b"),
                arguments("date", Schema.STRING_SCHEMA, "2026-03-29 00:00:00", "2026-03-29"),
                arguments("time", Schema.STRING_SCHEMA, "-838:59:59", "-838:59:59"),
                arguments("datetime", Schema.STRING_SCHEMA, "2026-03-29T02:30:00", "2026-03-29 02:30:00"),
                arguments("year", Schema.STRING_SCHEMA, "2026", "2026"),
                arguments("year", Schema.FLOAT64_SCHEMA, 2026.0, "2026"),
                arguments("float(7,2)", Schema.FLOAT64_SCHEMA, 1.24, "1.24"),
                arguments("double", Schema.STRING_SCHEMA, "0.1", "0.1"),
                arguments("double", Decimal.schema(1), new BigDecimal("0.1"), "0.1"),
                arguments("bit(8)", Schema.INT32_SCHEMA, 65, "A"));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void storesAValueThatFits(String column, Schema schema, Object value, String stored) {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x " + column + ")");
        task.put(record(schema, value));
        assertThat(task.context.refused).isEmpty();
        assertThat(task.rows("SELECT CAST(x AS CHAR) AS x FROM $")).containsExactly(Map.of("x", stored));
    }

    static Stream<Arguments> surplus() {
        return Stream.of(
                arguments("decimal(10,2)", Decimal.schema(4), new BigDecimal("19.9901")),
                arguments("decimal(10,2)", Schema.FLOAT32_SCHEMA, 1.125f),
                arguments("decimal(10,2)", Schema.FLOAT64_SCHEMA, 0.1 + 0.2),
                arguments("decimal(10,2)", Schema.STRING_SCHEMA, "19.999"),
                arguments("int", Schema.FLOAT64_SCHEMA, 1.5),
                arguments("bigint", Decimal.schema(1), new BigDecimal("1.5")),
                arguments("int", Schema.STRING_SCHEMA, "1.5"),
                arguments("float", Schema.FLOAT64_SCHEMA, 19.123456789),
                arguments("float", Schema.INT32_SCHEMA, 16_777_217),
                arguments("double", Schema.INT64_SCHEMA, (1L << 53) + 1),
                arguments("datetime", Timestamp.SCHEMA, at("2026-03-29T02:30:00.007Z")),
                arguments("timestamp(3) null", MICROS, 1_774_751_400_007_001L),
                arguments("datetime", Schema.STRING_SCHEMA, "2026-03-29 02:30:00.5"),
                arguments("date", Timestamp.SCHEMA, at("2026-03-29T02:30:00Z")),
                arguments("time", Timestamp.SCHEMA, at("2026-03-29T02:30:00Z")),
                arguments("time", Time.SCHEMA, new Date(7)),
                arguments("datetime", Time.SCHEMA, new Date(36_671_000)),
                arguments("date", Time.SCHEMA, new Date(36_671_000)),
                arguments("year", Schema.INT32_SCHEMA, 5),
                arguments("year", Schema.STRING_SCHEMA, "70"),
                arguments("year", DATE, at("2026-03-29T00:00:00Z")),
                arguments("varchar(3)", Schema.STRING_SCHEMA, "a     "),
                arguments("binary(4)", Schema.BYTES_SCHEMA, new byte[] {1}),
                arguments("enum('a','b')", Schema.STRING_SCHEMA, "2"),
                arguments("set('a','b')", Schema.STRING_SCHEMA, "3"),
                arguments("enum('a','b')", Schema.INT32_SCHEMA, 1),
                arguments("char(5)", Schema.STRING_SCHEMA, "a  "),
                arguments("tinytext", Schema.STRING_SCHEMA, "a" + " ".repeat(300)),
                arguments("binary(5)", Schema.STRING_SCHEMA, "abc"),
                arguments("bit(8)", Schema.STRING_SCHEMA, "5"),
                arguments("bit(8)", Schema.FLOAT64_SCHEMA, 5.5),
                arguments("date", Schema.STRING_SCHEMA, "2026-01-01 10:00:00"),
                arguments("date", Schema.INT64_SCHEMA, 20_260_101_101_112L),
                arguments("time", Schema.STRING_SCHEMA, "2026-01-01 10:00:00"),
                arguments("time", Schema.INT32_SCHEMA, 130),
                arguments("time", Schema.STRING_SCHEMA, "130"),
                arguments("datetime", Schema.INT64_SCHEMA, 1_211_101_112L),
                arguments("datetime(3)", Schema.INT64_SCHEMA, 1_211_101_112_000L),
                arguments("datetime", Schema.STRING_SCHEMA, "10:11:12"),
                arguments("timestamp null", Schema.STRING_SCHEMA, "1211101112"),
                arguments("year", Schema.STRING_SCHEMA, "005"),
                arguments("year", Schema.STRING_SCHEMA, "2026.7"),
                arguments("year", Schema.FLOAT64_SCHEMA, 2026.7),
                arguments("year", Schema.BOOLEAN_SCHEMA, true),
                arguments("float(7,2)", Schema.FLOAT32_SCHEMA, 1.239f),
                arguments("double(10,2)", Schema.FLOAT64_SCHEMA, 1.239),
                arguments("double(10,2)", Schema.STRING_SCHEMA, "1.239"),
                arguments("float", Schema.STRING_SCHEMA, "16777217"),
                arguments("double", Schema.STRING_SCHEMA, "9007199254740993"),
                arguments("double", Decimal.schema(0), new BigDecimal("9007199254740993")),
                arguments("double", Schema.STRING_SCHEMA, "1e-400"));
    }

    @ParameterizedTest
    @MethodSource("surplus")
    void refusesAValueThatTheServerWouldChange(String column, Schema schema, Object value) {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY, x " + column + ")");
        SinkRecord record = record(schema, value);
        task.put(record);
        assertThat(task.rows("SELECT x FROM $")).isEmpty();
        assertThat(task.context.refused.get(record)).hasMessageContaining("column x: ");
    }

    private static Date at(String instant) {
        return Date.from(Instant.parse(instant));
    }

    private static SinkRecord record(Schema schema, Object value) {
        Schema struct = SchemaBuilder.struct().field("x", schema).build();
        return Records.of(Schema.STRING_SCHEMA, "a", struct, new Struct(struct).put("x", value));
    }
}
