package io.ordersync.connect.sink.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.ordersync.connect.sink.testing.DirectTask;
import io.ordersync.connect.sink.testing.Records;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The column that the sink creates for each schema, and the value that the database stores in it. */
class TypesIT {

    private static final Date MOMENT = Date.from(Instant.parse("2026-03-29T02:30:00.007Z"));

    private final DirectTask task = new DirectTask("auto.create", "true", "auto.evolve", "true");

    @AfterEach
    void close() {
        task.close();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(Schema.INT8_SCHEMA, (byte) -128, "tinyint(4)", "-128"),
                arguments(Schema.INT16_SCHEMA, Short.MIN_VALUE, "smallint(6)", "-32768"),
                arguments(Schema.INT32_SCHEMA, Integer.MIN_VALUE, "int(11)", "-2147483648"),
                arguments(Schema.INT64_SCHEMA, Long.MIN_VALUE, "bigint(20)", "-9223372036854775808"),
                arguments(Schema.FLOAT32_SCHEMA, 1.5f, "float", "1.5"),
                arguments(Schema.FLOAT32_SCHEMA, 1.1f, "float", "1.100000023841858"),
                arguments(Schema.FLOAT32_SCHEMA, Float.MAX_VALUE, "float", "3.4028234663852886e38"),
                arguments(Schema.FLOAT32_SCHEMA, -Float.MAX_VALUE, "float", "-3.4028234663852886e38"),
                arguments(Schema.FLOAT32_SCHEMA, Float.MIN_VALUE, "float", "1.401298464324817e-45"),
                arguments(Schema.FLOAT32_SCHEMA, 16_777_217f, "float", "16777216"),
                arguments(Schema.FLOAT32_SCHEMA, -0.0f, "float", "-0"),
                arguments(Schema.FLOAT64_SCHEMA, Double.MAX_VALUE, "double", "1.7976931348623157e308"),
                arguments(Schema.FLOAT64_SCHEMA, Double.MIN_VALUE, "double", "5e-324"),
                arguments(Schema.FLOAT64_SCHEMA, 0.1 + 0.2, "double", "0.30000000000000004"),
                arguments(Schema.FLOAT64_SCHEMA, 123456.78901234567, "double", "123456.78901234567"),
                arguments(Schema.FLOAT64_SCHEMA, -0.0, "double", "-0"),
                arguments(Schema.FLOAT64_SCHEMA, 1e-300, "double", "1e-300"),
                arguments(Schema.BOOLEAN_SCHEMA, true, "tinyint(1)", "1"),
                arguments(Schema.STRING_SCHEMA, "it's \\ \"물\" 🦊\n", "longtext", "it's \\ \"물\" 🦊\n"),
                arguments(Schema.BYTES_SCHEMA, new byte[] {0, 39, 92, -1}, "longblob", "00275CFF"),
                arguments(Schema.BYTES_SCHEMA, ByteBuffer.wrap(new byte[] {1, 2}), "longblob", "0102"),
                arguments(
                        Decimal.schema(2),
                        new BigDecimal("-12345678901234567890.12"),
                        "decimal(65,2)",
                        "-12345678901234567890.12"),
                arguments(
                        org.apache.kafka.connect.data.Date.SCHEMA,
                        new Date(86_400_000L * 20_000),
                        "date",
                        "2024-10-04"),
                arguments(Time.SCHEMA, new Date(86_399_999), "time(3)", "23:59:59.999"),
                arguments(Time.SCHEMA, new Date(86_400_000), "time(3)", "24:00:00.000"),
                arguments(Timestamp.SCHEMA, MOMENT, "datetime(3)", "2026-03-29 02:30:00.007"),
                arguments(debezium("time.Date", Schema.Type.INT32), 20_000, "date", "2024-10-04"),
                arguments(
                        debezium("time.Timestamp", Schema.Type.INT64),
                        MOMENT.getTime(),
                        "datetime(3)",
                        "2026-03-29 02:30:00.007"),
                arguments(
                        debezium("time.MicroTimestamp", Schema.Type.INT64),
                        -28_502_722_799_876_544L,
                        "datetime(6)",
                        "1066-10-14 09:00:00.123456"),
                arguments(
                        debezium("time.NanoTimestamp", Schema.Type.INT64),
                        1_774_751_400_007_000_000L,
                        "datetime(6)",
                        "2026-03-29 02:30:00.007000"),
                arguments(
                        debezium("time.ZonedTimestamp", Schema.Type.STRING),
                        "2026-03-29T04:30:00.654321+02:00",
                        "datetime(6)",
                        "2026-03-29 02:30:00.654321"),
                arguments(debezium("time.Time", Schema.Type.INT32), 86_399_999, "time(3)", "23:59:59.999"),
                arguments(
                        debezium("time.MicroTime", Schema.Type.INT64),
                        -3_020_399_999_999L,
                        "time(6)",
                        "-838:59:59.999999"),
                arguments(debezium("time.NanoTime", Schema.Type.INT64), 1_500_000_000L, "time(6)", "00:00:01.500000"),
                arguments(debezium("time.Year", Schema.Type.INT32), 1901, "year(4)", "1901"),
                arguments(debezium("data.Enum", Schema.Type.STRING), "it's", "varchar(255)", "it's"),
                arguments(debezium("data.Json", Schema.Type.STRING), "{\"a\": 1}", "longtext", "{\"a\": 1}"),
                arguments(
                        debezium("data.Uuid", Schema.Type.STRING),
                        "f3c0616f-f456-5593-9347-d10000000000",
                        "uuid",
                        "f3c0616f-f456-5593-9347-d10000000000"),
                arguments(
                        SchemaBuilder.bytes()
                                .name("io.debezium.data.Bits")
                                .parameter("length", "64")
                                .build(),
                        new byte[] {1, 2, 0, 0, 0, 0, 0, -128},
                        "bit(64)",
                        "9223372036854776321"),
                arguments(Schema.OPTIONAL_INT32_SCHEMA, null, "int(11)", null),
                arguments(Schema.OPTIONAL_STRING_SCHEMA, null, "longtext", null));
    }

    @ParameterizedTest
    @MethodSource("values")
    void createsAColumnAndStoresTheValue(Schema schema, Object value, String type, String text) {
        task.put(record(Schema.STRING_SCHEMA, "a", schema, value));
        assertThat(column("x")).containsEntry("column_type", type);
        assertThat(column("x")).containsEntry("is_nullable", schema.isOptional() ? "YES" : "NO");
        assertThat(stored("x", type)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("values")
    void addsAColumnAndStoresTheValue(Schema schema, Object value, String type, String text) {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY)");
        Schema optional = schema.isOptional() ? schema : copy(schema).optional().build();
        task.put(record(Schema.STRING_SCHEMA, "a", optional, value));
        assertThat(column("x")).containsEntry("column_type", type).containsEntry("is_nullable", "YES");
        assertThat(stored("x", type)).isEqualTo(text);
    }

    static Stream<Arguments> keys() {
        return values().filter(arguments -> arguments.get()[1] != null);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void storesKeysOfEveryType(Schema schema, Object value, String type, String text) {
        task.put(record(schema, value, Schema.INT32_SCHEMA, 1));
        task.put(record(schema, value, Schema.INT32_SCHEMA, 2), record(schema, value, Schema.INT32_SCHEMA, 3));
        String keyType = type.replace("longtext", "varchar(255)").replace("longblob", "varbinary(255)");
        assertThat(column("id")).containsEntry("column_type", keyType).containsEntry("column_key", "PRI");
        assertThat(stored("id", type)).isEqualTo(text);
        assertThat(task.rows("SELECT x FROM $")).containsExactly(Map.of("x", "3"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void deletesByKeysOfEveryType(Schema schema, Object value, String type, String text) {
        try (DirectTask deleting = task.another("delete.enabled", "true")) {
            deleting.put(record(schema, value, Schema.INT32_SCHEMA, 1));
            assertThat(deleting.rows("SELECT x FROM $")).hasSize(1);
            deleting.put(new SinkRecord("items", 0, schema, value, null, null, 1));
            assertThat(deleting.rows("SELECT x FROM $")).isEmpty();
        }
    }

    @Test
    void distinguishesKeysAsKafkaDoes() {
        task.put(
                record(Schema.STRING_SCHEMA, "a", Schema.INT32_SCHEMA, 1),
                record(Schema.STRING_SCHEMA, "A", Schema.INT32_SCHEMA, 2),
                record(Schema.STRING_SCHEMA, "a ", Schema.INT32_SCHEMA, 3));
        assertThat(task.rows("SELECT * FROM $")).hasSize(3);
    }

    @Test
    void createsAColumnWithTheDefaultOfItsField() {
        Schema five = SchemaBuilder.int32().defaultValue(5).build();
        Schema quoted = SchemaBuilder.string().defaultValue("it's \\").build();
        Schema moment = Timestamp.builder().defaultValue(MOMENT).build();
        task.put(record(Schema.STRING_SCHEMA, "before", Schema.INT32_SCHEMA, 1));
        Schema schema = SchemaBuilder.struct()
                .field("x", Schema.INT32_SCHEMA)
                .field("five", five)
                .field("quoted", quoted)
                .field("moment", moment)
                .build();
        task.put(Records.of(Schema.STRING_SCHEMA, "after", schema, new Struct(schema).put("x", 1)));
        assertThat(task.rows("SELECT five, quoted, CAST(moment AS CHAR) AS moment FROM $"))
                .hasSize(2)
                .containsOnly(Map.of("five", "5", "quoted", "it's \\", "moment", "2026-03-29 02:30:00.007"));
    }

    @Test
    void storesNullInsteadOfTheDefaultOfAnOptionalField() {
        Schema schema = SchemaBuilder.struct()
                .field("x", SchemaBuilder.int32().optional().defaultValue(5).build())
                .build();
        task.put(Records.of(Schema.STRING_SCHEMA, "null", schema, new Struct(schema).put("x", null)));
        assertThat(task.rows("SELECT x FROM $"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("x", null));
    }

    @Test
    void errorForARequiredColumnContainsTheStatementThatAddsIt() {
        task.sql("CREATE TABLE $ (id VARCHAR(10) PRIMARY KEY)");
        SinkRecord record = record(Schema.STRING_SCHEMA, "a", Schema.INT32_SCHEMA, 1);
        task.put(record);
        String statement = "ALTER TABLE `" + task.table + "` ADD COLUMN IF NOT EXISTS `x` INT NOT NULL";
        assertThat(task.context.refused.get(record)).hasMessageContaining(statement);
        task.sql(statement);
        task.put(record);
        assertThat(task.rows("SELECT x FROM $")).containsExactly(Map.of("x", "1"));
    }

    @Test
    void refusesValuesThatNoColumnCanHold() {
        task.put(record(Schema.STRING_SCHEMA, "ok", Schema.FLOAT64_SCHEMA, 1.0));
        task.put(
                record(Schema.STRING_SCHEMA, "a", Schema.FLOAT64_SCHEMA, Double.NaN),
                record(Schema.STRING_SCHEMA, "b", Schema.FLOAT64_SCHEMA, 2.0),
                record(
                        Schema.STRING_SCHEMA,
                        "c",
                        SchemaBuilder.array(Schema.INT8_SCHEMA).build(),
                        List.of()));
        assertThat(task.rows("SELECT id FROM $")).containsExactly(Map.of("id", "b"), Map.of("id", "ok"));
        assertThat(task.context.refused).hasSize(2);
    }

    private static SinkRecord record(Schema keySchema, Object key, Schema schema, Object value) {
        Schema struct = SchemaBuilder.struct().field("x", schema).build();
        return Records.of(keySchema, key, struct, new Struct(struct).put("x", value));
    }

    private static Schema debezium(String name, Schema.Type type) {
        return SchemaBuilder.type(type).name("io.debezium." + name).version(1).build();
    }

    private static SchemaBuilder copy(Schema schema) {
        SchemaBuilder copy =
                SchemaBuilder.type(schema.type()).name(schema.name()).version(schema.version());
        return schema.parameters() == null ? copy : copy.parameters(schema.parameters());
    }

    private Map<String, String> column(String name) {
        return task.rows(
                        "SELECT column_type, is_nullable, column_key FROM information_schema.columns WHERE table_name='"
                                + task.table + "' AND column_name='" + name + "'")
                .get(0);
    }

    private String stored(String column, String type) {
        String expression = switch (type) {
            case "longblob" -> "HEX(" + column + ")";
            case "bit(64)" -> column + " + 0";
            case "float" -> "CAST(CAST(" + column + " AS DOUBLE) AS CHAR)"; // all digits
            default -> "CAST(" + column + " AS CHAR)";
        };
        return task.rows("SELECT " + expression + " AS x FROM $").get(0).get("x");
    }
}
