package io.ordersync.contract;

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

/** The JSON of a {@link Payload}, with names in snake_case. */
final class PayloadJson {

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
            // OrderFormat checks the tokens after the payload.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter WRITER = MAPPER.writerFor(Payload.class);
    private static final ObjectReader READER = MAPPER.readerFor(Payload.class);

    private PayloadJson() {}

    static byte[] write(OrderRecord order) {
        return WRITER.writeValueAsBytes(Payload.of(order));
    }

    static JsonParser parser(byte[] value) {
        return MAPPER.createParser(value);
    }

    /** Reads the object whose beginning or first field is the parser's current token. */
    static Payload read(JsonParser json) {
        Payload payload = READER.readValue(json);
        UnreadableOrderRecord.require(payload != null, "the payload is null");
        return payload;
    }
}
