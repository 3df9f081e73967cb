package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages without a schema, read with {@code schema.content}. The reference is Connect's own {@link JsonConverter}. */
class PlainMessagesTests {

    private static final String SCHEMA = """
            {"type":"struct","name":"orders","fields":[\
            {"field":"order_id","type":"string"},{"field":"qty","type":"int32"},\
            {"field":"note","type":"string","optional":true},{"field":"price","type":"double","optional":true},\
            {"field":"flag","type":"boolean","optional":true,"default":true},\
            {"field":"at","type":"int64","name":"org.apache.kafka.connect.data.Timestamp","version":1}]}""";
    private static final String FLAT =
            SCHEMA.replace("{\"field\":\"price\",\"type\":\"double\",\"optional\":true},", "");
    private static final String GOOD = """
            {"order_id":"o-1","qty":2,"note":null,"flag":true,"at":1744762992000}""";

    @Test
    void readsDamagedMessagesLikeJsonConverter() {
        Random random = new Random(1);
        int refused = 0;
        for (String schema : List.of(SCHEMA, FLAT)) {
            EnvelopeConverter converter = converter(schema);
            JsonConverter reference = reference(schema);
            for (int i = 0; i < 20_000; i++) {
                byte[] message = i % 4 == 0 ? message(random) : damaged(message(random), random);
                Object ours = outcome(converter::toConnectData, message);
                if (ours instanceof String) {
                    refused++;
                } else {
                    assertThat(ours)
                            .as(() -> new String(message, UTF_8))
                            .isEqualTo(outcome(reference::toConnectData, message));
                }
            }
        }
        assertThat(refused).as("refused messages of 40,000").isLessThan(9000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "null", "7", "[]", "{\"payload\":{}}", " {\"order_id\":\"x\",\"qty\":1,\"at\":5} \n"})
    void readsUnusualMessagesLikeJsonConverter(String message) {
        for (byte[] bytes : List.of(message.getBytes(UTF_8), message.getBytes(UTF_16LE))) {
            assertThat(outcome(converter(SCHEMA)::toConnectData, bytes))
                    .isEqualTo(outcome(reference(SCHEMA)::toConnectData, bytes));
        }
    }

    @Test
    void readsATombstoneAsNull() {
        assertThat(converter(SCHEMA).toConnectData("t", null)).isEqualTo(SchemaAndValue.NULL);
    }

    @Test
    void givesAllRecordsOneSchema() {
        EnvelopeConverter converter = converter(FLAT);
        Schema first = converter.toConnectData("t", GOOD.getBytes(UTF_8)).schema();

        SchemaAndValue second = converter.toConnectData("t", GOOD.getBytes(UTF_8));

        assertThat(second.schema()).isSameAs(first).isSameAs(((Struct) second.value()).schema());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"qty\":2 | \"qty\":\"2\"  | qty is a text, but its schema says int32",
                "\"qty\":2 | \"qty\":2.5    | qty is another number, but its schema says int32",
                "\"qty\":2 | \"qty\":02     | The message is not valid JSON",
                "2000}     | 2000} {}       | The message is followed by more data",
                "2000}     | 2000}}         | The message is not valid JSON"
            })
    void refusesMessagesThatJsonConverterMisreads(String from, String to, String complaint) {
        EnvelopeConverter converter = converter(FLAT);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() ->
                            converter.toConnectData("t", GOOD.replace(from, to).getBytes(UTF_8)))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(complaint);
            converter.toConnectData("t", GOOD.getBytes(UTF_8));
        }
    }

    /** A topic whose writers change from one form to the other contains both. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\":%s,\"payload\":%s}",
                "{ \"schema\" : %s , \"payload\" : %s } ",
                "{\"payload\":%2$s,\"schema\":%1$s}"
            })
    void readsEnvelopesBesidePlainMessages(String form) {
        for (String schema : List.of(SCHEMA, FLAT)) {
            EnvelopeConverter converter = converter(schema);
            String envelope = form.formatted(schema, GOOD);
            for (int i = 0; i < 3; i++) {
                SchemaAndValue plain = converter.toConnectData("t", GOOD.getBytes(UTF_8));
                assertThat(converter.toConnectData("t", envelope.getBytes(UTF_8)))
                        .isEqualTo(plain);
            }
        }
    }

    /** The given schema is for plain messages only. */
    @Test
    void readsAnEnvelopeWithTheSchemaThatItHas() {
        EnvelopeConverter converter = converter(FLAT);
        String other = """
                {"schema":{"type":"struct","fields":[{"field":"size","type":"int64"}]},"payload":{"size":7}}""";

        for (int i = 0; i < 3; i++) {
            Struct value =
                    (Struct) converter.toConnectData("t", other.getBytes(UTF_8)).value();
            assertThat(value.get("size")).isEqualTo(7L);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"schema\":S,\"payload\":P,\"payload\":P}          | The message has a second payload",
                "{\"payload\":P,\"schema\":S,\"schema\":S}           | The message has a second schema",
                "{\"schema\":S,\"payload\":P} {}                     | The message is followed by more data",
                "{\"schema\":S,\"payload\":{\"order_id\":\"o-1\"}}     | Invalid null value for required INT32 field",
                "{\"schema\":S,\"payload\":P,\"more\":1}             | Invalid null value for required STRING field",
                "{\"schema\":S}                                      | Invalid null value for required STRING field",
            })
    void refusesMessagesInNeitherForm(String message, String complaint) {
        EnvelopeConverter converter = converter(FLAT);
        byte[] bytes = message.replace("S", FLAT).replace("P", GOOD).getBytes(UTF_8);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> converter.toConnectData("t", bytes))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith(complaint);
        }
    }

    /** As {@link JsonConverter} ignores every field that the schema does not have. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":\"public\",", "{\"payload\":{},", "{\"schema\":{},\"payload\":{},"})
    void ignoresTheEnvelopesFieldsInAPlainMessage(String begin) {
        EnvelopeConverter converter = converter(FLAT);
        byte[] message = (begin + GOOD.substring(1)).getBytes(UTF_8);

        assertThat(converter.toConnectData("t", message)).isEqualTo(converter.toConnectData("t", GOOD.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "payload"})
    void readsAFieldOfTheEnvelopesNameAsAFieldIfTheGivenSchemaHasIt(String field) {
        EnvelopeConverter converter = converter("""
                {"type":"struct","fields":[{"field":"%s","type":"string","optional":true}]}""".formatted(field));

        for (String message : List.of("{\"%s\":\"public\"}", "{\"schema\":\"public\",\"payload\":\"public\"}")) {
            Struct value = (Struct) converter
                    .toConnectData("t", message.formatted(field).getBytes(UTF_8))
                    .value();
            assertThat(value.get(field)).isEqualTo("public");
        }
    }

    @Test
    void refusesPlainMessagesWithoutAGivenSchema() {
        EnvelopeConverter converter = new EnvelopeConverter();
        converter.configure(Map.of("schemas.enable", "true"), false);

        assertThatThrownBy(() -> converter.toConnectData("t", GOOD.getBytes(UTF_8)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("JsonConverter with schemas.enable requires \"schema\" and \"payload\" fields");
    }

    private static EnvelopeConverter converter(String schema) {
        EnvelopeConverter converter = new EnvelopeConverter();
        converter.configure(options(schema), false);
        return converter;
    }

    private static JsonConverter reference(String schema) {
        JsonConverter reference = new JsonConverter();
        reference.configure(options(schema), false);
        return reference;
    }

    private static Map<String, Object> options(String schema) {
        return Map.of("schemas.enable", "true", "schema.content", schema);
    }

    private interface Reader {
        SchemaAndValue read(String topic, byte[] message);
    }

    /** Returns the data, the class of the error, or the complaint of our own check. */
    private static Object outcome(Reader reader, byte[] message) {
        try {
            SchemaAndValue data = reader.read("t", message);
            return Arrays.asList(data.schema(), data.value());
        } catch (RuntimeException e) {
            String complaint = String.valueOf(e.getMessage());
            return complaint.contains(", but its schema says ")
                            || complaint.startsWith("The message is not valid JSON")
                            || complaint.startsWith("The message is followed by")
                    ? complaint
                    : e.getClass();
        }
    }

    private static byte[] message(Random random) {
        String odd =
                List.of("a", "{", "\\\"}", "\\\\", "물", "\\n", "\ud83d\ude00").get(random.nextInt(7));
        return """
                {"order_id":"%s","qty":%d,"note":%s,"flag":%s,"at":%d}""".formatted(
                        odd,
                        random.nextInt(),
                        random.nextBoolean() ? "null" : '"' + odd + '"',
                        random.nextBoolean(),
                        new Date(random.nextInt()).getTime())
                .getBytes(UTF_8);
    }

    private static byte[] damaged(byte[] message, Random random) {
        byte[] bytes = message.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            default -> {
                String odd = "{}[]\",:\\ \nn1";
                bytes[random.nextInt(bytes.length)] = (byte) odd.charAt(random.nextInt(odd.length()));
            }
        }
        return bytes;
    }
}
