package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.DecimalFormat;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.jspecify.annotations.Nullable;

/** Writes values of one schema as {@code JsonConverter} writes them. */
@FunctionalInterface
interface PayloadWriter {

    /**
     * Writes a value. Null is a value of an optional schema, or of one with a default.
     *
     * @throws ClassCastException if the value has another type than its schema
     * @throws DataException if the value does not fit its schema in another way
     */
    void write(JsonGenerator json, @Nullable Object value) throws IOException;

    /** Returns null if the schema is a map, or has one. */
    static @Nullable PayloadWriter of(Schema schema, JsonConverterConfig config) {
        PayloadWriter present = presentValues(schema, config);
        return present == null ? null : withNull(schema, present, config);
    }

    private static PayloadWriter withNull(Schema schema, PayloadWriter present, JsonConverterConfig config) {
        Object substitute = config.replaceNullWithDefault() ? schema.defaultValue() : null;
        return (json, value) -> {
            Object shown = value == null ? substitute : value;
            if (shown != null) {
                present.write(json, shown);
            } else if (schema.isOptional()) {
                json.writeNull();
            } else {
                throw new DataException("A required value is null");
            }
        };
    }

    private static @Nullable PayloadWriter presentValues(Schema schema, JsonConverterConfig config) {
        PayloadWriter logical = schema.name() == null ? null : logicalValues(schema, config);
        return logical != null ? logical : plainValues(schema, config);
    }

    private static @Nullable PayloadWriter logicalValues(Schema schema, JsonConverterConfig config) {
        return switch (schema.name()) {
            case Decimal.LOGICAL_NAME ->
                config.decimalFormat() == DecimalFormat.NUMERIC
                        ? (json, value) -> json.writeNumber((BigDecimal) value)
                        : (json, value) -> json.writeBinary(Decimal.fromLogical(schema, (BigDecimal) value));
            case Date.LOGICAL_NAME ->
                (json, value) -> json.writeNumber(Date.fromLogical(schema, (java.util.Date) value));
            case Time.LOGICAL_NAME ->
                (json, value) -> json.writeNumber(Time.fromLogical(schema, (java.util.Date) value));
            case Timestamp.LOGICAL_NAME ->
                (json, value) -> json.writeNumber(Timestamp.fromLogical(schema, (java.util.Date) value));
            default -> null;
        };
    }

    private static @Nullable PayloadWriter plainValues(Schema schema, JsonConverterConfig config) {
        return switch (schema.type()) {
            case INT8 -> (json, value) -> json.writeNumber((Byte) value);
            case INT16 -> (json, value) -> json.writeNumber((Short) value);
            case INT32 -> (json, value) -> json.writeNumber((Integer) value);
            case INT64 -> (json, value) -> json.writeNumber((Long) value);
            case FLOAT32 -> (json, value) -> json.writeNumber((Float) value);
            case FLOAT64 -> (json, value) -> json.writeNumber((Double) value);
            case BOOLEAN -> (json, value) -> json.writeBoolean((Boolean) value);
            case STRING -> (json, value) -> json.writeString(((CharSequence) value).toString());
            case BYTES ->
                (json, value) -> json.writeBinary(value instanceof ByteBuffer buffer ? buffer.array() : (byte[]) value);
            case ARRAY -> elements(of(schema.valueSchema(), config));
            case STRUCT -> StructWriter.of(schema, config);
            case MAP -> null;
        };
    }

    private static @Nullable PayloadWriter elements(@Nullable PayloadWriter element) {
        return element == null
                ? null
                : (json, value) -> {
                    json.writeStartArray();
                    for (Object one : (Collection<?>) value) {
                        element.write(json, one);
                    }
                    json.writeEndArray();
                };
    }
}
