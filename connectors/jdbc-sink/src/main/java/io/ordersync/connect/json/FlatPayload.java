package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Reads payloads whose fields are texts, integers, booleans and timestamps in one pass. It leaves every payload with an
 * irregularity to another reader.
 */
final class FlatPayload {

    private static final Set<String> OTHERS = Set.of(Decimal.LOGICAL_NAME, Date.LOGICAL_NAME, Time.LOGICAL_NAME);

    private final Schema schema;
    private final List<SerializedString> names;
    private final Map<String, Field> fields = new HashMap<>();

    private FlatPayload(Schema schema) {
        this.schema = schema;
        names = schema.fields().stream()
                .map(field -> new SerializedString(field.name()))
                .toList();
        schema.fields().forEach(field -> fields.put(field.name(), field));
    }

    /** Returns null if the schema is not a struct or has fields of other types. */
    static @Nullable FlatPayload of(Schema schema) {
        return schema.type() == Schema.Type.STRUCT
                        && schema.fields().stream().map(Field::schema).allMatch(FlatPayload::isPlain)
                ? new FlatPayload(schema)
                : null;
    }

    private static boolean isPlain(Schema schema) {
        return switch (schema.type()) {
            case INT64 -> !isOther(schema);
            case INT8, INT16, INT32, BOOLEAN, STRING ->
                !isOther(schema) && !Timestamp.LOGICAL_NAME.equals(schema.name());
            default -> false;
        };
    }

    private static boolean isOther(Schema schema) {
        return schema.name() != null && OTHERS.contains(schema.name());
    }

    /**
     * Returns null unless the bytes are one object, in which each field occurs exactly once, with a value of its type. Null is a
     * value of an optional field without default.
     */
    @Nullable
    Struct read(byte[] message, int begin, int end) {
        Struct struct = new Struct(schema);
        BitSet seen = new BitSet(names.size());
        try (JsonParser parser = JsonLimits.JSON.createParser(message, begin, end - begin)) {
            parser.nextToken();
            int place = 0;
            for (Field field = nextField(parser, place); field != null; field = nextField(parser, ++place)) {
                if (seen.get(field.index()) || !put(struct, field, parser)) {
                    return null;
                }
                seen.set(field.index());
            }
            return parser.currentToken() == JsonToken.END_OBJECT
                            && parser.nextToken() == null
                            && seen.cardinality() == names.size()
                    ? struct
                    : null;
        } catch (IOException notWellFormed) {
            return null; // the other reader reports the error
        }
    }

    /**
     * Moves the parser to the next field. Nearly every writer keeps the order of the schema, so the parser compares the bytes of
     * the name that is expected at this place first.
     *
     * @return null if the object ends or the schema has no such field
     */
    private @Nullable Field nextField(JsonParser parser, int place) throws IOException {
        if (place < names.size() && parser.nextFieldName(names.get(place))) {
            return schema.fields().get(place);
        }
        if (place >= names.size()) {
            parser.nextToken();
        }
        return parser.currentToken() == JsonToken.FIELD_NAME ? fields.get(parser.currentName()) : null;
    }

    private static boolean put(Struct struct, Field field, JsonParser parser) throws IOException {
        Schema type = field.schema();
        JsonToken token = parser.nextToken();
        if (token == JsonToken.VALUE_NULL) {
            return type.isOptional() && type.defaultValue() == null;
        }
        if (!TypeCheck.matches(type, parser)) {
            return false;
        }
        struct.put(field, value(type, parser));
        return true;
    }

    private static Object value(Schema type, JsonParser parser) throws IOException {
        return switch (type.type()) {
            case STRING -> parser.getText();
            case BOOLEAN -> parser.getBooleanValue();
            case INT8 -> (byte) parser.getIntValue();
            case INT16 -> (short) parser.getIntValue();
            case INT32 -> parser.getIntValue();
            default ->
                Timestamp.LOGICAL_NAME.equals(type.name())
                        ? Timestamp.toLogical(type, parser.getLongValue())
                        : (Object) parser.getLongValue();
        };
    }
}
