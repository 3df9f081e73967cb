package io.ordersync.connect.sink.write.staging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/**
 * Values of one schema for a column of one type.
 *
 * @param column the definition of the column, which may be null
 * @param schema the optional schema of the values
 * @param good extremes that the column can hold
 * @param bad values that the sink or the server refuses
 * @param random makes more values, good or bad
 * @param isStaged whether the sink stages such values
 */
record ColumnSample(
        String column, Schema schema, List<?> good, List<?> bad, Function<Random, Object> random, boolean isStaged) {

    private static final String ODD = "it's \\ \"물\" 🦊\t\n\r\0\032 \\N \\t,NULL%_";
    private static final Schema DATE =
            org.apache.kafka.connect.data.Date.builder().optional().build();
    private static final Schema TIME = Time.builder().optional().build();
    private static final Schema TIMESTAMP = Timestamp.builder().optional().build();
    private static final long DAY = 86_400_000L;

    static List<ColumnSample> all() {
        List<ColumnSample> all = new ArrayList<>();
        Stream.of(numbers(), texts(), bytes(), times(), unstaged()).forEach(all::addAll);
        return all;
    }

    private static List<ColumnSample> numbers() {
        Schema int32 = Schema.OPTIONAL_INT32_SCHEMA;
        Schema int64 = Schema.OPTIONAL_INT64_SCHEMA;
        Schema float32 = Schema.OPTIONAL_FLOAT32_SCHEMA;
        Schema float64 = Schema.OPTIONAL_FLOAT64_SCHEMA;
        Schema decimal2 = Decimal.builder(2).optional().build();
        return List.of(
                staged("tinyint", Schema.OPTIONAL_INT8_SCHEMA, List.of((byte) -128, (byte) 127), List.of(), r ->
                        (byte) r.nextInt()),
                staged(
                        "smallint",
                        Schema.OPTIONAL_INT16_SCHEMA,
                        List.of(Short.MIN_VALUE, Short.MAX_VALUE),
                        List.of(),
                        r -> (short) r.nextInt()),
                staged("int", int32, List.of(Integer.MIN_VALUE, Integer.MAX_VALUE), List.of(), Random::nextInt),
                staged("tinyint unsigned", int32, List.of(0, 255), List.of(-1, 256), r -> r.nextInt(400) - 70),
                staged("mediumint", int32, List.of(-8_388_608, 8_388_607), List.of(8_388_608), Random::nextInt),
                staged(
                        "int(7) unsigned zerofill",
                        int64,
                        List.of(0L, 4_294_967_295L),
                        List.of(-1L, 1L << 32),
                        r -> r.nextLong() >> r.nextInt(64)),
                staged("bigint", int64, List.of(Long.MIN_VALUE, Long.MAX_VALUE), List.of(), Random::nextLong),
                staged("bigint unsigned", int64, List.of(0L, Long.MAX_VALUE), List.of(-1L), Random::nextLong),
                staged(
                        "bigint unsigned",
                        Decimal.builder(0).optional().build(),
                        List.of(new BigDecimal("18446744073709551615")),
                        List.of(new BigDecimal("18446744073709551616"), new BigDecimal(-1)),
                        r -> new BigDecimal(new java.math.BigInteger(65, r))),
                staged("decimal(10,2)", int32, List.of(99_999_999, -5), List.of(100_000_000), Random::nextInt),
                staged("varchar(11)", int32, List.of(Integer.MIN_VALUE, 0), List.of(), Random::nextInt),
                staged("varchar(3)", int32, List.of(-99, 999), List.of(1000), r -> r.nextInt(2000)),
                staged(
                        "char(4) character set latin1",
                        int32,
                        List.of(0, 9999),
                        List.of(10_000),
                        r -> r.nextInt(20_000)),
                sent("tinytext", int64, List.of(Long.MIN_VALUE), List.of(), Random::nextLong),
                staged("bit(4)", int32, List.of(0, 15), List.of(16, -1), r -> r.nextInt(20)),
                staged("year", int32, List.of(0, 1901, 2155), List.of(5, 1900, 2156), r -> 1890 + r.nextInt(300)),
                staged("boolean", Schema.OPTIONAL_BOOLEAN_SCHEMA, List.of(true, false), List.of(), Random::nextBoolean),
                staged(
                        "varchar(1)",
                        Schema.OPTIONAL_BOOLEAN_SCHEMA,
                        List.of(true, false),
                        List.of(),
                        Random::nextBoolean),
                staged(
                        "float",
                        float32,
                        List.of(-0.0f, 1.1f, Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, 16_777_217f),
                        List.of(Float.NaN),
                        ColumnSample::anyFloat),
                staged(
                        "double",
                        float32,
                        List.of(-0.0f, 1.1f, Float.MAX_VALUE, Float.MIN_VALUE),
                        List.of(Float.NEGATIVE_INFINITY),
                        ColumnSample::anyFloat),
                staged(
                        "double",
                        float64,
                        List.of(
                                -0.0,
                                0.1 + 0.2,
                                Double.MAX_VALUE,
                                -Double.MAX_VALUE,
                                Double.MIN_VALUE,
                                1e-300,
                                123456.78901234567),
                        List.of(Double.NaN),
                        ColumnSample::anyDouble),
                staged(
                        "float",
                        float64,
                        List.of(-0.0, 19.99, 1e10),
                        List.of(19.123456789, 1e300),
                        ColumnSample::anyDouble),
                staged(
                        "double",
                        int64,
                        List.of(1L << 53, 0L),
                        List.of((1L << 53) + 1),
                        r -> r.nextLong() >> r.nextInt(64)),
                staged("float", int32, List.of(1 << 24), List.of(16_777_217), Random::nextInt),
                staged(
                        "float(7,2)",
                        float64,
                        List.of(1.24, -0.0, 99_999.99),
                        List.of(1.239, 1e7),
                        r -> r.nextInt(100_000) / 100.0),
                staged(
                        "double(10,2)",
                        float32,
                        List.of(1.5f, -0.0f),
                        List.of(1.239f),
                        r -> (float) r.nextInt(1000) / 4),
                staged(
                        "decimal(10,2)",
                        float64,
                        List.of(19.99, -0.0, 1e7),
                        List.of(0.1 + 0.2, 1e8, 1e300),
                        r -> r.nextInt() / 100.0),
                staged("decimal(10,2)", float32, List.of(1.1f), List.of(1.125f), r -> r.nextInt(1000) / 8f),
                staged("int", float64, List.of(3.0, -0.0), List.of(1.5, 1e10), r -> (double) r.nextInt()),
                staged(
                        "decimal(65,2)",
                        decimal2,
                        List.of(new BigDecimal("-12345678901234567890.12"), new BigDecimal("9".repeat(63) + ".99")),
                        List.of(new BigDecimal("1" + "0".repeat(63) + ".00")),
                        r -> BigDecimal.valueOf(r.nextLong(), 2)),
                staged(
                        "decimal(10,2)",
                        Decimal.builder(4).optional().build(),
                        List.of(new BigDecimal("19.9900")),
                        List.of(new BigDecimal("19.9901"), new BigDecimal("123456789.0000")),
                        r -> BigDecimal.valueOf(r.nextInt(), 4)),
                staged(
                        "decimal(38,38)",
                        Decimal.builder(38).optional().build(),
                        List.of(new BigDecimal("0." + "1".repeat(38))),
                        List.of(new BigDecimal("1." + "0".repeat(38))),
                        r -> BigDecimal.valueOf(r.nextLong(), 38)),
                staged(
                        "decimal(20,0)",
                        Decimal.builder(-2).optional().build(),
                        List.of(new BigDecimal("12E+2")),
                        List.of(new BigDecimal("1E+20")),
                        r -> BigDecimal.valueOf(r.nextInt(), -2)),
                staged(
                        "int",
                        decimal2,
                        List.of(new BigDecimal("3.00"), new BigDecimal("-0.00")),
                        List.of(new BigDecimal("3.50"), new BigDecimal("3000000000.00")),
                        r -> BigDecimal.valueOf(r.nextInt(), 2)),
                staged(
                        "double",
                        Decimal.builder(1).optional().build(),
                        List.of(new BigDecimal("0.1")),
                        List.of(new BigDecimal("9007199254740993.0")),
                        r -> BigDecimal.valueOf(r.nextInt(), 1)),
                staged(
                        "int",
                        Schema.OPTIONAL_STRING_SCHEMA,
                        List.of("-5", "2147483647", "1e3"),
                        List.of("x", "", "1.5", "2147483648"),
                        r -> "" + r.nextInt()),
                staged(
                        "decimal(10,2)",
                        Schema.OPTIONAL_STRING_SCHEMA,
                        List.of("19.990", "-0"),
                        List.of("19.999", "ten"),
                        r -> r.nextInt(1000) + ".5"),
                staged(
                        "double",
                        Schema.OPTIONAL_STRING_SCHEMA,
                        List.of("0.1", "1e-5", "-0"),
                        List.of("1e-400", "x"),
                        r -> "" + r.nextInt()));
    }

    private static List<ColumnSample> texts() {
        Schema text = Schema.OPTIONAL_STRING_SCHEMA;
        return List.of(
                staged(
                        "varchar(64)",
                        text,
                        List.of(
                                "",
                                ODD,
                                "NULL",
                                "\\N",
                                "\\",
                                "\t",
                                "\n",
                                "a ",
                                " ",
                                "\0",
                                "물".repeat(64),
                                "🦊".repeat(64)),
                        List.of("x".repeat(65), "a" + " ".repeat(70), "🦊".repeat(65), "\ud800"),
                        ColumnSample::oddText),
                staged(
                        "varchar(64) collate utf8mb4_nopad_bin",
                        text,
                        List.of("", ODD),
                        List.of("x".repeat(65)),
                        ColumnSample::oddText),
                staged(
                        "varchar(20) character set latin1",
                        text,
                        List.of("äöü", "a\\b"),
                        List.of("물", "x".repeat(21)),
                        ColumnSample::oddText),
                staged(
                        "varchar(20) character set utf16",
                        text,
                        List.of("äöü", "물🦊"),
                        List.of("x".repeat(21)),
                        ColumnSample::oddText),
                staged(
                        "char(10)",
                        text,
                        List.of("", "a\\b", "🦊".repeat(10)),
                        List.of("a ", "x".repeat(11)),
                        ColumnSample::oddText),
                sent(
                        "tinytext",
                        text,
                        List.of("", ODD, "x".repeat(255), "물".repeat(85)),
                        List.of("x".repeat(256), "a" + " ".repeat(300)),
                        ColumnSample::oddText),
                staged("text", text, List.of(ODD, "x".repeat(2000)), List.of(), ColumnSample::oddText),
                staged("mediumtext", text, List.of("", ODD), List.of(), ColumnSample::oddText),
                staged("longtext", text, List.of("", ODD, "\\".repeat(300)), List.of(), ColumnSample::oddText),
                staged("varbinary(30)", text, List.of("", "물\0"), List.of("x".repeat(31)), ColumnSample::oddText),
                staged("blob", text, List.of("", ODD), List.of(), ColumnSample::oddText),
                staged(
                        "json",
                        text,
                        List.of("{\"a\": \"\\u0000 \\\\ 물\"}", "null", "[]"),
                        List.of("{", "", "x"),
                        r -> "[" + r.nextInt() + "]"),
                staged(
                        "json",
                        named(Schema.Type.STRING, "data.Json"),
                        List.of("{\"a\": [1, \"\\n\"]}"),
                        List.of("{"),
                        r -> "{\"n\": " + r.nextInt() + "}"),
                staged(
                        "uuid",
                        text,
                        List.of("f3c0616f-f456-5593-9347-d10000000000", "F3C0616FF45655939347D10000000000"),
                        List.of("f3c0616f", ""),
                        r -> new java.util.UUID(r.nextLong(), r.nextLong()).toString()),
                staged(
                        "uuid",
                        named(Schema.Type.STRING, "data.Uuid"),
                        List.of("00000000-0000-0000-0000-000000000000"),
                        List.of("x"),
                        r -> new java.util.UUID(r.nextLong(), r.nextLong()).toString()),
                staged(
                        "inet6",
                        text,
                        List.of("::", "2001:db8::ff00:42:8329", "::192.0.2.128"),
                        List.of("x", ""),
                        r -> "::" + r.nextInt(9999)),
                staged(
                        "inet4",
                        text,
                        List.of("0.0.0.0", "255.255.255.255"),
                        List.of("256.0.0.1", "x"),
                        r -> "10.0.0." + r.nextInt(256)),
                staged(
                        "enum('a','B','1','it''s')",
                        text,
                        List.of("a", "b", "1", "it's"),
                        List.of("c", "", "2"),
                        r -> List.of("A", "B", "c").get(r.nextInt(3))),
                staged(
                        "set('a','b','c')",
                        text,
                        List.of("", "a", "c,a"),
                        List.of("d", "a,d"),
                        r -> List.of("a", "b,c", "a,b,c").get(r.nextInt(3))),
                staged(
                        "varchar(255)",
                        named(Schema.Type.STRING, "data.Enum"),
                        List.of("it's", ""),
                        List.of("x".repeat(256)),
                        ColumnSample::oddText));
    }

    private static List<ColumnSample> bytes() {
        Schema bytes = Schema.OPTIONAL_BYTES_SCHEMA;
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        byte[] tricky = {0, 9, 10, 13, 26, 34, 39, 92, 'N', (byte) 0xF0, 9, (byte) 0xE2, 10, (byte) 0xC3, 92, -1};
        return List.of(
                staged(
                        "varbinary(256)",
                        bytes,
                        List.of(new byte[0], all, tricky),
                        List.of(new byte[257]),
                        ColumnSample::anyBytes),
                staged("binary(16)", bytes, List.of(tricky), List.of(new byte[15], new byte[17]), r -> filled(r, 16)),
                sent(
                        "tinyblob",
                        bytes,
                        List.of(new byte[0], tricky, new byte[255]),
                        List.of(new byte[256]),
                        ColumnSample::anyBytes),
                staged("blob", bytes, List.of(all, new byte[5000]), List.of(), ColumnSample::anyBytes),
                staged("mediumblob", bytes, List.of(tricky), List.of(), ColumnSample::anyBytes),
                staged("longblob", bytes, List.of(tricky, all), List.of(), ColumnSample::anyBytes),
                staged(
                        "bit(64)",
                        bits(64),
                        List.of(new byte[] {1, 2, 0, 0, 0, 0, 0, -128}, new byte[8], new byte[] {
                            -1, -1, -1, -1, -1, -1, -1, -1
                        }),
                        List.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 1}),
                        r -> filled(r, 8)),
                staged(
                        "bit(5)",
                        bits(5),
                        List.of(new byte[] {31}, new byte[] {0}),
                        List.of(new byte[] {32}),
                        r -> filled(r, 1)));
    }

    private static List<ColumnSample> times() {
        Schema text = Schema.OPTIONAL_STRING_SCHEMA;
        return List.of(
                staged(
                        "date",
                        DATE,
                        List.of(new Date(0), new Date(DAY * 20_000), new Date(-DAY * 700_000)),
                        List.of(new Date(DAY * 4_000_000)),
                        r -> new Date(DAY * r.nextInt(100_000))),
                staged(
                        "time(3)",
                        TIME,
                        List.of(new Date(0), new Date(DAY - 1), new Date(DAY)),
                        List.of(),
                        r -> new Date(r.nextInt((int) DAY))),
                staged(
                        "time",
                        TIME,
                        List.of(new Date(1000)),
                        List.of(new Date(1)),
                        r -> new Date(r.nextInt(86_400) * 1000L)),
                staged(
                        "datetime(3)",
                        TIMESTAMP,
                        List.of(new Date(0), new Date(1_774_751_400_007L), new Date(-DAY * 366)),
                        List.of(),
                        r -> new Date(r.nextLong() >>> 22)),
                staged(
                        "datetime",
                        TIMESTAMP,
                        List.of(new Date(1000)),
                        List.of(new Date(7)),
                        r -> new Date(r.nextInt() * 500L)),
                staged(
                        "timestamp(3) null",
                        TIMESTAMP,
                        List.of(new Date(1000), new Date(2_147_483_647_999L)),
                        List.of(new Date(-1000)),
                        r -> new Date(Math.abs(r.nextInt()) * 1000L)),
                staged(
                        "date",
                        TIMESTAMP,
                        List.of(new Date(DAY)),
                        List.of(new Date(1)),
                        r -> new Date(DAY * r.nextInt(2) + r.nextInt(2))),
                staged(
                        "datetime(6)",
                        named(Schema.Type.INT64, "time.MicroTimestamp"),
                        List.of(-28_502_722_799_876_544L, 1L),
                        List.of(Long.MAX_VALUE),
                        r -> r.nextLong() >> 10),
                staged(
                        "datetime(6)",
                        named(Schema.Type.STRING, "time.ZonedTimestamp"),
                        List.of("2026-03-29T04:30:00.654321+02:00"),
                        List.of("infinity", "x"),
                        r -> java.time.Instant.ofEpochSecond(r.nextInt()).toString()),
                staged(
                        "time(6)",
                        named(Schema.Type.INT64, "time.MicroTime"),
                        List.of(-3_020_399_999_999L, 0L),
                        List.of(Long.MIN_VALUE),
                        r -> (long) r.nextInt()),
                staged(
                        "year",
                        named(Schema.Type.INT32, "time.Year"),
                        List.of(0, 1901, 2155),
                        List.of(1),
                        r -> 1890 + r.nextInt(280)),
                staged(
                        "datetime",
                        text,
                        List.of("2026-03-29 02:30:00", "2026-03-29T02:30:00.0"),
                        List.of("2026-02-30 00:00:00", "0000-00-00 00:00:00", "x", "2026-03-29 02:30:00.5"),
                        r -> "2026-03-0" + r.nextInt(9) + " 02:30:00"),
                staged(
                        "date",
                        text,
                        List.of("2026-03-29"),
                        List.of("2026-13-01", "2026-00-00", ""),
                        r -> "2026-03-0" + r.nextInt(10)),
                staged(
                        "time",
                        text,
                        List.of("-838:59:59", "1 02:03:04"),
                        List.of("839:00:00", "12:60:00"),
                        r -> r.nextInt(30) + ":00:00"),
                staged("year", text, List.of("2026"), List.of("70", "2156"), r -> "" + (1950 + r.nextInt(230))),
                staged(
                        "timestamp null",
                        text,
                        List.of("2026-03-29 02:30:00"),
                        List.of("2039-01-01 00:00:00x", "1969-01-01 00:00:00"),
                        r -> "20" + (10 + r.nextInt(20)) + "-01-01 00:00:00"));
    }

    /** Pairs whose conversion by the server is not certain to be the same. */
    private static List<ColumnSample> unstaged() {
        return List.of(
                sent(
                        "varchar(30)",
                        Schema.OPTIONAL_FLOAT64_SCHEMA,
                        List.of(1.1, 1e10, -0.0),
                        List.of(),
                        Random::nextDouble),
                sent(
                        "varchar(30)",
                        Decimal.builder(2).optional().build(),
                        List.of(new BigDecimal("1.50")),
                        List.of(),
                        r -> BigDecimal.valueOf(r.nextInt(), 2)),
                sent(
                        "year",
                        Schema.OPTIONAL_FLOAT64_SCHEMA,
                        List.of(2026.0),
                        List.of(2026.7),
                        r -> 2000.0 + r.nextInt(100)),
                sent(
                        "text",
                        Schema.OPTIONAL_BYTES_SCHEMA,
                        List.of("물".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        List.of(new byte[] {-1}),
                        r -> new byte[] {65}),
                sent("enum('a','b')", Schema.OPTIONAL_INT32_SCHEMA, List.of(), List.of(1), r -> 1),
                sent("geometry", Schema.OPTIONAL_STRING_SCHEMA, List.of(), List.of("POINT(1 1)"), r -> "x"),
                sent("point", Schema.OPTIONAL_BYTES_SCHEMA, List.of(point()), List.of(new byte[] {1}), r -> point()));
    }

    private static ColumnSample staged(
            String column, Schema schema, List<?> good, List<?> bad, Function<Random, Object> random) {
        return new ColumnSample(column, schema, good, bad, random, true);
    }

    private static ColumnSample sent(
            String column, Schema schema, List<?> good, List<?> bad, Function<Random, Object> random) {
        return new ColumnSample(column, schema, good, bad, random, false);
    }

    private static Schema named(Schema.Type type, String name) {
        return SchemaBuilder.type(type).name("io.debezium." + name).optional().build();
    }

    private static Schema bits(int length) {
        return SchemaBuilder.bytes()
                .name("io.debezium.data.Bits")
                .parameter("length", "" + length)
                .optional()
                .build();
    }

    /** The point (1, 1), as the server stores it. */
    private static byte[] point() {
        byte[] one = {0, 0, 0, 0, 0, 0, -16, 63};
        byte[] point = new byte[25];
        point[4] = 1;
        point[5] = 1;
        System.arraycopy(one, 0, point, 9, 8);
        System.arraycopy(one, 0, point, 17, 8);
        return point;
    }

    private static Object anyFloat(Random random) {
        return Float.intBitsToFloat(random.nextInt());
    }

    private static Object anyDouble(Random random) {
        return random.nextBoolean() ? Double.longBitsToDouble(random.nextLong()) : random.nextInt() / 8.0;
    }

    private static Object oddText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.appendCodePoint(ODD.codePointAt(ODD.offsetByCodePoints(0, random.nextInt(20))));
        }
        return text.toString();
    }

    private static Object anyBytes(Random random) {
        return filled(random, random.nextInt(200));
    }

    private static byte[] filled(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return (schema.name() == null ? schema.type().getName() : schema.name()) + " in " + column;
    }
}
