package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference is Connect's own {@link JsonConverter}: any bytes give the same result or the same kind of error. The only
 * exceptions are values of a wrong type and messages that other readers would refuse.
 */
class EnvelopeConverterTests {

    private static final Schema INNER = SchemaBuilder.struct()
            .optional()
            .field("deep", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
            .build();

    private static final Schema ALL = SchemaBuilder.struct()
            .name("all")
            .field("i8", Schema.INT8_SCHEMA)
            .field("i64", Schema.OPTIONAL_INT64_SCHEMA)
            .field("f64", Schema.FLOAT64_SCHEMA)
            .field("flag", SchemaBuilder.bool().defaultValue(true).build())
            .field("text", Schema.OPTIONAL_STRING_SCHEMA)
            .field("raw", Schema.OPTIONAL_BYTES_SCHEMA)
            .field("amount", Decimal.builder(2).optional().build())
            .field("at", Timestamp.SCHEMA)
            .field(
                    "tags",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build())
            .field("inner", INNER)
            .build();

    private static final Schema FLAT = SchemaBuilder.struct()
            .name("flat")
            .field("i8", Schema.INT8_SCHEMA)
            .field("i16", Schema.OPTIONAL_INT16_SCHEMA)
            .field("i32", Schema.INT32_SCHEMA)
            .field("i64", SchemaBuilder.int64().optional().defaultValue(7L).build())
            .field("flag", Schema.BOOLEAN_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .field("note", Schema.OPTIONAL_STRING_SCHEMA)
            .field("at", Timestamp.SCHEMA)
            .build();

    private static final Pattern OURS = Pattern.compile(
            ", but its schema says |^The message is not valid JSON|^The message has a second |^The message is followed by more data");

    private final Map<String, Object> options = Map.of("schemas.enable", "true");
    private final JsonConverter reference = new JsonConverter();
    private final EnvelopeConverter converter = new EnvelopeConverter();
    private int refused;

    EnvelopeConverterTests() {
        reference.configure(options, false);
        converter.configure(options, false);
    }

    @Test
    void readsEveryType() {
        for (int i = 0; i < 50; i++) {
            assertSameResult(message(new Random(i)));
            assertSameResult(flatMessage(new Random(i)));
        }
    }

    @Test
    void returnsTheSameSchemaInstanceForTheSameBytes() {
        byte[] message = message(new Random(1));

        assertThat(converter.toConnectData("t", message).schema())
                .isSameAs(converter.toConnectData("t", message(new Random(2))).schema());
    }

    @Test
    void readsMessagesOfManySchemasInAnyOrder() {
        Random random = new Random(3);
        for (int i = 0; i < 600; i++) {
            int field = random.nextInt(random.nextBoolean() ? 3 : 140);
            assertSameResult("""
                    {"schema":{"type":"struct","fields":[{"field":"f%d","type":"int32"}]},"payload":{"f%d":%d}}""".formatted(field, field, i).getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "7",
                "not json",
                "{\"schema\":null,\"payload\":{\"a\":1}}",
                "{\"schema\":null,\"payload\":null}",
                "{\"schema\":{},\"payload\":{}}",
                "{\"schema\":{\"type\":\"bogus\"},\"payload\":{}}",
                "{\"schema\":{\"type\":\"int32\"},\"payload\":7}",
                "{\"schema\":{\"type\":\"int32\"},\"payload\":{}}",
                "{\"schema\":{\"type\":\"int32\",\"optional\":true},\"payload\":null}",
                "{\"payload\":{\"a\":1},\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]}}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{\"a\":1},\"more\":1}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{\"a\":1}}  \n",
                "{ \"schema\" : {\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"string\"}]} , \"payload\" : {\"a\":\"}]\\\\\\\"{\"} }",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"string\"}]},\"payload\":{\"a\":\"}]\\\\\\\"{\"}}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{}}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{\"a\":\"x\"}}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{\"a\":[1}}",
                "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"a\",\"type\":\"int32\"}]},\"payload\":{\"a\":1]}"
            })
    void readsUnusualMessagesLikeJsonConverter(String message) {
        assertSameResult(message.getBytes(UTF_8));
        assertSameResult(message.getBytes(UTF_16LE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null{\"a\":1}", "\ufeff{\"a\":1}", "7{\"a\":1}"})
    void readsUnusualPayloadsOfAKnownSchemaLikeJsonConverter(String payload) {
        String message = """
                {"schema":{"type":"struct","optional":true,"fields":[{"field":"a","type":"int32"}]},"payload":%s}""";
        assertSameResult(message.formatted("{\"a\":1}").getBytes(UTF_8));
        assertSameResult(message.formatted(payload).getBytes(UTF_8));
    }

    @Test
    void readsATimestampOfTypeInt32LikeJsonConverter() {
        for (int i = 0; i < 3; i++) {
            assertSameResult("""
                    {"schema":{"type":"struct","fields":[{"field":"a","type":"int32",\
                    "name":"org.apache.kafka.connect.data.Timestamp","version":1}]},"payload":{"a":%d}}""".formatted(i).getBytes(UTF_8));
        }
    }

    @Test
    void readsATombstoneAsNull() {
        assertThat(converter.toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void readsDamagedMessagesLikeJsonConverter() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            assertSameResult(damaged(message(random), random));
            assertSameResult(damaged(flatMessage(random), random));
        }
        assertThat(refused).as("refused messages of 40,000").isLessThan(9000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "int8    | 128              | another number",
                "int8    | \"1\"            | a text",
                "int16   | -32769           | another number",
                "int32   | 2147483648       | another number",
                "int32   | 1.5              | another number",
                "int32   | 1.0              | another number",
                "int32   | true             | true",
                "int32   | [1]              | an array",
                "int64   | 9223372036854775808 | another number",
                "int64   | {}               | an object",
                "float   | \"1\"            | a text",
                "double  | false            | false",
                "boolean | 0                | another number",
                "boolean | \"true\"         | a text",
                "string  | 7                | another number",
                "string  | {\"a\":1}        | an object",
                "bytes   | 7                | another number"
            })
    void refusesAValueOfAnotherType(String type, String value, String kind) {
        String message = """
                {"schema":{"type":"struct","fields":[{"field":"a","type":"%s"}]},"payload":{"a":%s}}""".formatted(type, value);
        String otherWayRound = """
                {"payload":{"a":%s},"schema":{"type":"struct","fields":[{"field":"a","type":"%s"}]}}""".formatted(value, type);
        for (String each : List.of(message, message, otherWayRound)) {
            assertThatThrownBy(() -> converter.toConnectData("t", each.getBytes(UTF_8)))
                    .isInstanceOf(DataException.class)
                    .satisfies(e -> assertThat(outcome(converter::toConnectData, each.getBytes(UTF_8)))
                            .isIn(
                                    DataException.class,
                                    new Refused("a is " + kind + ", but its schema says "
                                            + type.replace("float", "float32").replace("double", "float64"))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"a\":1           | \"a\":01                      | The message is not valid JSON",
                "\"a\":1           | \"a\":-01                     | The message is not valid JSON",
                "\"a\":1           | \"a\":1,\"more\":[00]         | The message is not valid JSON",
                "\"payload\":      | \"payload\":{},\"payload\":   | The message has a second payload",
                "\"payload\":      | \"payload\":null,\"payload\": | The message has a second payload",
                "{\"a\":1}         | {\"a\":1},\"payload\":{\"a\":2} | The message has a second payload",
                "{\"schema\":      | {\"schema\":{},\"schema\":    | The message has a second schema",
                "{\"a\":1}}        | {\"a\":1}}}                   | The message is not valid JSON",
                "{\"a\":1}}        | {\"a\":1}} {}                 | The message is followed by more data",
                "{\"a\":1}}        | {\"a\":1}} 7                  | The message is followed by more data",
                "{\"a\":1}}        | {\"a\":1}}x                   | The message is not valid JSON"
            })
    void refusesMessagesThatOtherReadersRefuse(String from, String to, String complaint) {
        String good = """
                {"schema":{"type":"struct","fields":[{"field":"a","type":"int32"}]},"payload":{"a":1}}""";
        byte[] message = good.replace(from, to).getBytes(UTF_8);
        assertThat(reference.toConnectData("t", message))
                .as("JsonConverter reads the message")
                .isNotNull();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> converter.toConnectData("t", message))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(complaint);
            assertSameResult(good.getBytes(UTF_8));
        }
    }

    @Test
    void supportsTheOptionsOfJsonConverter() {
        for (Map<String, Object> other : List.<Map<String, Object>>of(
                Map.of("schemas.enable", "false"),
                Map.of("schemas.enable", "true", "schema.content", "{\"type\":\"string\"}"),
                Map.of("schemas.enable", "true", "replace.null.with.default", "false"))) {
            JsonConverter otherReference = new JsonConverter();
            otherReference.configure(other, false);
            EnvelopeConverter configured = new EnvelopeConverter();
            configured.configure(other, false);
            String withoutFlag =
                    new String(message(new Random(5)), UTF_8).replaceFirst("\"flag\":(true|false)", "\"flag\":null");
            for (int i = 0; i < 3; i++) {
                assertThat(outcome(configured::toConnectData, withoutFlag.getBytes(UTF_8)))
                        .as("%s", other)
                        .isEqualTo(outcome(otherReference::toConnectData, withoutFlag.getBytes(UTF_8)));
            }
        }
    }

    /** Jackson's limit is 20,000,000 characters. */
    @Test
    void readsTextsAndBytesOfAnyLength() {
        Schema schema = SchemaBuilder.struct()
                .field("text", Schema.OPTIONAL_STRING_SCHEMA)
                .field("raw", Schema.OPTIONAL_BYTES_SCHEMA)
                .build();
        Struct value = new Struct(schema).put("text", "x".repeat(20_000_001)).put("raw", new byte[15_000_001]);
        byte[] message = reference.fromConnectData("t", schema, value);
        for (int i = 0; i < 2; i++) {
            assertThat(converter.toConnectData("t", message).value()).isEqualTo(value);
        }
        JsonConverter ofConnect = new JsonConverter();
        ofConnect.configure(options, false);
        assertThat(ofConnect.toConnectData("t", message).value()).isEqualTo(value);
    }

    @Test
    void readsAFlatMessageOfAnyLength() {
        Schema schema =
                SchemaBuilder.struct().field("text", Schema.STRING_SCHEMA).build();
        for (int i = 0; i < 2; i++) {
            Struct value = new Struct(schema).put("text", "물".repeat(20_000_001));
            byte[] message = reference.fromConnectData("t", schema, value);
            assertThat(converter.toConnectData("t", message).value()).isEqualTo(value);
        }
    }

    @Test
    void writesTheSameBytesAsJsonConverter() {
        SchemaAndValue data = reference.toConnectData("t", message(new Random(6)));

        assertThat(converter.fromConnectData("t", data.schema(), data.value()))
                .isEqualTo(reference.fromConnectData("t", data.schema(), data.value()));
    }

    /** Reads the message twice: with an unknown schema and with a known one. */
    private void assertSameResult(byte[] message) {
        Object expected = outcome(reference::toConnectData, message);
        Object first = outcome(converter::toConnectData, message);
        if (first instanceof Refused) {
            refused++;
        } else {
            assertThat(first).as(() -> new String(message, UTF_8)).isEqualTo(expected);
        }
        assertThat(outcome(converter::toConnectData, message))
                .as(() -> new String(message, UTF_8))
                .isEqualTo(first);
    }

    /** An error that only our converter reports. */
    private record Refused(String complaint) {}

    private interface Reader {
        SchemaAndValue read(String topic, byte[] message);
    }

    /** Returns the data or the class of the error; positions in error messages may differ. */
    private static Object outcome(Reader reader, byte[] message) {
        try {
            SchemaAndValue data = reader.read("t", message);
            return Arrays.asList(data.schema(), data.value());
        } catch (RuntimeException e) {
            String complaint = String.valueOf(e.getMessage());
            return OURS.matcher(complaint).find() ? new Refused(complaint) : e.getClass();
        }
    }

    private static byte[] damaged(byte[] message, Random random) {
        byte[] bytes = message.clone();
        int payload = new String(message, UTF_8).indexOf("\"payload\"");
        int from = random.nextBoolean() ? payload : 0;
        switch (random.nextInt(5)) {
            case 0 -> bytes = Arrays.copyOf(bytes, from + random.nextInt(bytes.length - from));
            case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
            case 2 -> bytes[from + random.nextInt(bytes.length - from)] = (byte) random.nextInt(256);
            default -> {
                String odd = "{}[]\",:\\ \nn1";
                bytes[from + random.nextInt(bytes.length - from)] = (byte) odd.charAt(random.nextInt(odd.length()));
            }
        }
        return bytes;
    }

    private byte[] message(Random random) {
        List<String> deep = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            deep.add(text(random));
        }
        Struct value = new Struct(ALL)
                .put("i8", (byte) random.nextInt())
                .put("i64", random.nextBoolean() ? null : random.nextLong())
                .put("f64", random.nextGaussian())
                .put("flag", random.nextBoolean())
                .put("text", random.nextBoolean() ? null : text(random))
                .put("raw", random.nextBoolean() ? null : text(random).getBytes(UTF_8))
                .put("amount", random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(), 2))
                .put("at", new Date(random.nextInt()))
                .put("tags", Map.of(text(random), random.nextInt()))
                .put("inner", random.nextBoolean() ? null : new Struct(INNER).put("deep", deep));
        return reference.fromConnectData("t", ALL, value);
    }

    private byte[] flatMessage(Random random) {
        return reference.fromConnectData(
                "t",
                FLAT,
                new Struct(FLAT)
                        .put("i8", (byte) random.nextInt())
                        .put("i16", random.nextBoolean() ? null : (short) random.nextInt())
                        .put("i32", random.nextInt())
                        .put("i64", random.nextBoolean() ? null : random.nextLong())
                        .put("flag", random.nextBoolean())
                        .put("text", text(random))
                        .put("note", random.nextBoolean() ? null : text(random))
                        .put("at", new Date(random.nextLong())));
    }

    private static String text(Random random) {
        String odd = "a{}[]\",:\\\n\u0001 é물\ud83d\ude00";
        int[] points = random.ints(random.nextInt(6), 0, odd.codePointCount(0, odd.length()))
                .map(i -> odd.codePointAt(odd.offsetByCodePoints(0, i)))
                .toArray();
        return new String(points, 0, points.length);
    }
}
