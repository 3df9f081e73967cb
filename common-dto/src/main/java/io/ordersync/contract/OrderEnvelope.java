package io.ordersync.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_OBJECT;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Writes and reads an order as the JSON of Kafka Connect's {@code JsonConverter} with {@code schemas.enable=true}: an
 * object with the two fields {@code schema} and {@code payload}. The schema never changes, so its bytes are copied into
 * each message, and a reader skips it.
 */
public final class OrderEnvelope {

    private static final String SCHEMA = """
            {"type":"struct","fields":[\
            {"type":"string","optional":false,"field":"order_id"},\
            {"type":"string","optional":false,"field":"user_id"},\
            {"type":"string","optional":false,"field":"product_id"},\
            {"type":"int32","optional":false,"field":"qty"},\
            {"type":"int32","optional":false,"field":"unit_price"},\
            {"type":"int32","optional":false,"field":"total_price"},\
            {"type":"string","optional":false,"field":"status"},\
            {"type":"string","optional":true,"field":"reason"},\
            {"type":"int64","optional":false,"name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"created_at"},\
            {"type":"int64","optional":false,"name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"updated_at"},\
            {"type":"int32","optional":false,"field":"revision"}],\
            "optional":false,"name":"orders"}""";

    private static final byte[] HEAD = ("{\"schema\":" + SCHEMA + ",\"payload\":").getBytes(UTF_8);
    private static final int TYPICAL_PAYLOAD_BYTES = 335;

    /** The limit of Connect, which also skips unknown fields: 1,000 levels within a payload. */
    private static final StreamReadConstraints MAX_DEPTH =
            StreamReadConstraints.builder().maxNestingDepth(1001).build();

    private static final JsonMapper MAPPER = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(MAX_DEPTH).build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // A value whose type differs from the schema makes the record unreadable; it is not converted.
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Textual,
                    coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            // This class checks the tokens after the payload.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(Payload.class);
    private static final ObjectReader READER = MAPPER.readerFor(Payload.class);

    private OrderEnvelope() {}

    public static byte[] write(OrderRecord order) {
        var bytes = new ByteArrayOutputStream(HEAD.length + TYPICAL_PAYLOAD_BYTES);
        bytes.writeBytes(HEAD);
        bytes.writeBytes(WRITER.writeValueAsBytes(Payload.of(order)));
        bytes.write('}');
        return bytes.toByteArray();
    }

    /**
     * Reads the payload. Skips the schema, and fields that this version does not know, so that a writer may be newer than
     * its readers.
     *
     * @param value the record's value; null, a tombstone, is not an order
     * @throws UnreadableOrderRecord if the bytes are not an envelope, or its payload is not a valid order
     */
    public static OrderRecord read(byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableOrderRecord("the record has no value");
        }
        try (JsonParser json = MAPPER.createParser(value)) {
            return payload(json).toOrder();
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new UnreadableOrderRecord(e);
        }
    }

    private static Payload payload(JsonParser json) {
        expect(json.nextToken() == START_OBJECT, "the value is not a JSON object");
        Payload payload = null;
        boolean schema = false;
        while (json.nextToken() != END_OBJECT) {
            String half = json.currentName();
            json.nextToken();
            if ("schema".equals(half) && !schema) {
                schema = true;
                json.skipChildren();
            } else if ("payload".equals(half) && payload == null) {
                payload = READER.readValue(json);
                expect(payload != null, "the payload is null");
            } else {
                throw new UnreadableOrderRecord("the envelope has a field beside one schema and one payload");
            }
        }
        expect(schema && payload != null, "the envelope has no schema or no payload");
        expect(json.nextToken() == null, "the value continues after the envelope");
        return payload;
    }

    private static void expect(boolean condition, String message) {
        if (!condition) {
            throw new UnreadableOrderRecord(message);
        }
    }
}
