package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ordersync.stack.testing.property.Generators;
import io.ordersync.stack.testing.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference is Connect's own {@link JsonConverter}: any value gives the same bytes or the same error. */
class EnvelopeWriterTests {

    private static final Schema ROW = SchemaBuilder.struct()
            .name("row")
            .field("id", Schema.INT32_SCHEMA)
            .field("text", Schema.OPTIONAL_STRING_SCHEMA)
            .field("at", Timestamp.builder().optional().build())
            .build();

    @ParameterizedTest
    @CsvSource({"BASE64, true, true", "NUMERIC, true, true", "BASE64, false, true", "BASE64, true, false"})
    void writesWhatJsonConverterWrites(String decimals, String defaults, String schemas) {
        Map<String, Object> options =
                Map.of("decimal.format", decimals, "replace.null.with.default", defaults, "schemas.enable", schemas);
        Converter reference = configured(new JsonConverter(), options);
        Converter converter = configured(new EnvelopeConverter(), options);

        new Property<>("envelopes", random -> new RandomData(random).values(20), Generators::shorter)
                .check(
                        300,
                        values -> values.forEach(
                                value -> assertThat(written(converter, value)).isEqualTo(written(reference, value))));
    }

    private static Converter configured(Converter converter, Map<String, Object> options) {
        converter.configure(options, false);
        return converter;
    }

    private static Object written(Converter converter, SchemaAndValue data) {
        try {
            byte[] message = converter.fromConnectData("t", data.schema(), data.value());
            return message == null ? "null" : new String(message, UTF_8);
        } catch (RuntimeException e) {
            return List.of(e.getClass(), String.valueOf(e.getMessage()));
        }
    }

    @Test
    void rendersASchemaOnce() {
        Map<String, Object> options = Map.of("schemas.enable", "true");
        SchemaRecorder schemas = new SchemaRecorder();
        schemas.configure(options, false);
        EnvelopeWriters writers = new EnvelopeWriters(schemas, options);

        for (int i = 0; i < 100; i++) {
            assertThat(writers.write(ROW, new Struct(ROW).put("id", i)))
                    .asString(UTF_8)
                    .endsWith(",\"payload\":{\"id\":" + i + ",\"text\":null,\"at\":null}}");
        }
        assertThat(schemas.rendered).containsOnlyOnce(ROW);
    }

    @Test
    void leavesMapsAndUnknownSchemasToJsonConverter() {
        Map<String, Object> options = Map.of("schemas.enable", "true");
        Schema map =
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build();
        JsonConverter schemas = new JsonConverter();
        schemas.configure(options, false);
        EnvelopeWriters writers = new EnvelopeWriters(schemas, options);

        assertThat(writers.write(map, Map.of("a", 1))).isNull();
        assertThat(writers.write(null, "a")).isNull();
        assertThat(writers.write(SchemaBuilder.string(), "a")).isNull();
    }

    private static final class SchemaRecorder extends JsonConverter {

        private final List<Schema> rendered = new ArrayList<>();

        @Override
        public ObjectNode asJsonSchema(Schema schema) {
            rendered.add(schema);
            return super.asJsonSchema(schema);
        }
    }
}
