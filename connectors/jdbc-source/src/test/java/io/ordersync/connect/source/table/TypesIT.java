package io.ordersync.connect.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.source.testing.DirectSource;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The field for each type of column, and the value that it gets. */
class TypesIT {

    private final DirectSource source = new DirectSource("incrementing.column.name", "id");

    @AfterEach
    void close() {
        source.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments("TINYINT", "-128", Schema.INT8_SCHEMA, (byte) -128),
                arguments("BOOLEAN", "TRUE", Schema.INT8_SCHEMA, (byte) 1),
                arguments("TINYINT UNSIGNED", "255", Schema.INT16_SCHEMA, (short) 255),
                arguments("SMALLINT", "-32768", Schema.INT16_SCHEMA, Short.MIN_VALUE),
                arguments("SMALLINT UNSIGNED", "65535", Schema.INT32_SCHEMA, 65535),
                arguments("MEDIUMINT UNSIGNED", "16777215", Schema.INT32_SCHEMA, 16777215),
                arguments("INT", "-2147483648", Schema.INT32_SCHEMA, Integer.MIN_VALUE),
                arguments("INT UNSIGNED", "4294967295", Schema.INT64_SCHEMA, 4294967295L),
                arguments("BIGINT", "-9223372036854775808", Schema.INT64_SCHEMA, Long.MIN_VALUE),
                arguments(
                        "BIGINT UNSIGNED",
                        "18446744073709551615",
                        Decimal.schema(0),
                        new BigDecimal("18446744073709551615")),
                arguments(
                        "DECIMAL(65,2)",
                        "-12345678901234567890.12",
                        Decimal.schema(2),
                        new BigDecimal("-12345678901234567890.12")),
                arguments("DECIMAL(12,3) UNSIGNED", "0.1", Decimal.schema(3), new BigDecimal("0.100")),
                arguments("FLOAT", "1.1", Schema.FLOAT32_SCHEMA, 1.1f),
                arguments("FLOAT", "16777217", Schema.FLOAT32_SCHEMA, 16777216f),
                arguments("FLOAT", "3.4028234663852886e38", Schema.FLOAT32_SCHEMA, Float.MAX_VALUE),
                arguments("DOUBLE", "0.1 + 0.2e0", Schema.FLOAT64_SCHEMA, 0.1 + 0.2),
                arguments("DOUBLE", "1.7976931348623157e308", Schema.FLOAT64_SCHEMA, Double.MAX_VALUE),
                arguments("DOUBLE(10,2)", "3.456", Schema.FLOAT64_SCHEMA, 3.46),
                arguments("BIT", "b'1'", Schema.BOOLEAN_SCHEMA, true),
                arguments(
                        "BIT(9)",
                        "b'100000010'",
                        SchemaBuilder.bytes()
                                .name("io.debezium.data.Bits")
                                .version(1)
                                .parameter("length", "9")
                                .build(),
                        ByteBuffer.wrap(new byte[] {2, 1})),
                arguments(
                        "DATE",
                        "'2024-10-04'",
                        org.apache.kafka.connect.data.Date.SCHEMA,
                        new Date(86_400_000L * 20_000)),
                arguments(
                        "DATE",
                        "'0001-01-01'",
                        org.apache.kafka.connect.data.Date.SCHEMA,
                        new Date(-719_162L * 86_400_000L)),
                arguments("DATETIME", "'2026-03-29 02:30:00'", Timestamp.SCHEMA, moment("2026-03-29T02:30:00Z")),
                arguments(
                        "DATETIME(3)",
                        "'2026-03-29 02:30:00.006'",
                        Timestamp.SCHEMA,
                        moment("2026-03-29T02:30:00.006Z")),
                arguments("DATETIME(3)", "'1969-12-31 23:59:59.999'", Timestamp.SCHEMA, new Date(-1)),
                arguments(
                        "DATETIME(6)",
                        "'1066-10-14 09:00:00.123456'",
                        debezium("time.MicroTimestamp", Schema.Type.INT64),
                        -28_502_722_799_876_544L),
                arguments("TIMESTAMP", "'2026-03-29 02:30:00'", Timestamp.SCHEMA, moment("2026-03-29T02:30:00Z")),
                arguments(
                        "TIMESTAMP(6)",
                        "'2026-03-29 02:30:00.000001'",
                        debezium("time.MicroTimestamp", Schema.Type.INT64),
                        1_774_751_400_000_001L),
                arguments("TIME", "'-838:59:59'", debezium("time.MicroTime", Schema.Type.INT64), -3_020_399_000_000L),
                arguments(
                        "TIME(6)", "'23:59:59.000001'", debezium("time.MicroTime", Schema.Type.INT64), 86_399_000_001L),
                arguments("YEAR", "1901", debezium("time.Year", Schema.Type.INT32), 1901),
                arguments("CHAR(5)", "'ab'", Schema.STRING_SCHEMA, "ab"),
                arguments(
                        "VARCHAR(40) CHARACTER SET utf8mb4", "'it''s \\\\ 물 🦊'", Schema.STRING_SCHEMA, "it's \\ 물 🦊"),
                arguments("VARCHAR(9) CHARACTER SET latin1", "'é'", Schema.STRING_SCHEMA, "é"),
                arguments("LONGTEXT", "REPEAT('x', 100000)", Schema.STRING_SCHEMA, "x".repeat(100_000)),
                arguments("ENUM('a','b')", "'b'", Schema.STRING_SCHEMA, "b"),
                arguments("SET('a','b')", "'b,a'", Schema.STRING_SCHEMA, "a,b"),
                arguments("JSON", "'{\"a\": 1}'", Schema.STRING_SCHEMA, "{\"a\": 1}"),
                arguments(
                        "UUID",
                        "'f3c0616f-f456-5593-9347-d10000000000'",
                        debezium("data.Uuid", Schema.Type.STRING),
                        "f3c0616f-f456-5593-9347-d10000000000"),
                arguments("INET6", "'::1'", Schema.STRING_SCHEMA, "::1"),
                arguments("BINARY(4)", "x'0001'", Schema.BYTES_SCHEMA, ByteBuffer.wrap(new byte[] {0, 1, 0, 0})),
                arguments("VARBINARY(4)", "x'00275CFF'", Schema.BYTES_SCHEMA, ByteBuffer.wrap(new byte[] {0, 39, 92, -1
                })),
                arguments("BLOB", "x''", Schema.BYTES_SCHEMA, ByteBuffer.wrap(new byte[0])));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsEveryType(String type, String value, Schema schema, Object expected) {
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, x " + type + " NOT NULL, y " + type
                + " NULL) CHARACTER SET utf8mb4");
        source.inUtc("INSERT INTO $ VALUES (1, " + value + ", NULL)").start();
        Struct row = source.next(1).get(0);
        assertThat(row.schema().field("x").schema()).isEqualTo(schema);
        assertThat(row.schema().field("y").schema().isOptional()).isTrue();
        Object read = row.get("x");
        assertThat(read instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : read).isEqualTo(expected);
        assertThat(row.get("y")).isNull();
    }

    static Stream<Arguments> mappings() {
        return Stream.of(
                arguments("precision_only", "DECIMAL(9,0)", Schema.INT32_SCHEMA),
                arguments("precision_only", "DECIMAL(18,0)", Schema.INT64_SCHEMA),
                arguments("precision_only", "DECIMAL(19,0)", Decimal.schema(0)),
                arguments("precision_only", "DECIMAL(9,2)", Decimal.schema(2)),
                arguments("best_fit", "DECIMAL(4,0)", Schema.INT16_SCHEMA),
                arguments("best_fit", "DECIMAL(9,2)", Schema.FLOAT64_SCHEMA),
                arguments("best_fit", "DECIMAL(30,2)", Decimal.schema(2)),
                arguments("best_fit_eager_double", "DECIMAL(30,2)", Schema.FLOAT64_SCHEMA));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void mapsDecimalsAsConfigured(String mapping, String type, Schema schema) {
        source.change("numeric.mapping", mapping);
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, x " + type + " NOT NULL)", "INSERT INTO $ VALUES (1, 12)")
                .start();
        Field field = source.next(1).get(0).schema().field("x");
        assertThat(field.schema()).isEqualTo(schema);
    }

    @Test
    void aDateOfZerosIsNullOrTheFirstDay() {
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, x DATETIME, y DATE NOT NULL)");
        try (var session = source.otherSession()) {
            session.sql("SET sql_mode = ''")
                    .sql("INSERT INTO $ VALUES (1, '0000-00-00', '2026-00-00')")
                    .commit();
        }
        Struct row = source.start().next(1).get(0);
        assertThat(row.get("x")).isNull();
        assertThat(row.get("y")).isEqualTo(new Date(0));
    }

    /** Geometry keeps the form in which the server stores it. */
    @Test
    void geometryIsBytes() {
        source.sql("CREATE TABLE $ (id INT PRIMARY KEY, x POINT NOT NULL)", "INSERT INTO $ VALUES (1, POINT(1, 2))")
                .start();
        Object value = source.next(1).get(0).get("x");
        assertThat((byte[]) value).hasSize(25);
    }

    private static Schema debezium(String name, Schema.Type type) {
        return SchemaBuilder.type(type).name("io.debezium." + name).version(1).build();
    }

    private static Date moment(String text) {
        return Date.from(Instant.parse(text));
    }
}
