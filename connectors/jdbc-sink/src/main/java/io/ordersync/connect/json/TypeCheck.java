package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses messages that {@code JsonConverter} misreads or that other readers of the topic refuse.
 *
 * <ul>
 *   <li>Values of another type than the schema says: {@code JsonConverter} reads a text as the number 0, 1.5 as 1, and a
 *       number that is too large as another number. It checks nulls and missing fields itself.
 *   <li>Invalid JSON: {@code JsonConverter} accepts the number 010, a second payload, and data after the message.
 * </ul>
 */
final class TypeCheck {

    private static final String PAYLOAD = "payload";

    private final JsonParser parser;

    private TypeCheck(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param json a payload that {@code JsonConverter} can read
     * @throws DataException if a value is of another type, a number has leading zeros, or more data follows
     */
    static void checkPayload(Schema schema, byte[] json) {
        try (JsonParser parser = JsonLimits.JSON.createParser(json)) {
            parser.nextToken();
            new TypeCheck(parser).check(schema, PAYLOAD);
            requireEnd(parser);
        } catch (IOException e) {
            throw invalidJson(e);
        }
    }

    /**
     * Checks a message with schema and payload like {@link #checkPayload}.
     *
     * @throws DataException also if the message has a second schema or a second payload, or is followed by more data
     */
    static void checkMessage(Schema schema, byte[] message) {
        Set<String> seen = new HashSet<>();
        try (JsonParser parser = JsonLimits.JSON.createParser(message)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                if (!seen.add(field)) {
                    throw new DataException("The message has a second " + field);
                }
                parser.nextToken();
                if (field.equals(PAYLOAD)) {
                    new TypeCheck(parser).check(schema, PAYLOAD);
                } else {
                    parser.skipChildren();
                }
            }
            requireEnd(parser);
        } catch (IOException e) {
            throw invalidJson(e);
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            throw new DataException("The message is followed by more data");
        }
    }

    private static DataException invalidJson(IOException e) {
        return new DataException("The message is not valid JSON (RFC 8259): " + e.getMessage(), e);
    }

    /** Checks the value at the first token of which the parser is, and moves the parser to its last token. */
    private void check(Schema schema, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (!matches(schema, parser)) {
            throw new DataException("%s is %s, but its schema says %s"
                    .formatted(name, kind(token), schema.type().getName()));
        }
        if (token.isStructStart()) {
            checkParts(schema, name);
        }
    }

    /** Whether the current token begins a value of this type. */
    static boolean matches(Schema schema, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (schema.type()) {
            case INT8 -> isInteger(parser, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case INT16 -> isInteger(parser, Short.MIN_VALUE, Short.MAX_VALUE);
            case INT32 -> isInteger(parser, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case INT64 -> isInteger(parser, Long.MIN_VALUE, Long.MAX_VALUE);
            case FLOAT32, FLOAT64 -> token.isNumeric();
            case BOOLEAN -> token.isBoolean();
            case STRING -> token == JsonToken.VALUE_STRING;
            case BYTES ->
                token == JsonToken.VALUE_STRING || (token.isNumeric() && Decimal.LOGICAL_NAME.equals(schema.name()));
            case ARRAY, MAP, STRUCT -> token.isStructStart();
        };
    }

    private static boolean isInteger(JsonParser parser, long least, long most) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return false;
        }
        long value = parser.getLongValue();
        return least <= value && value <= most;
    }

    private void checkParts(Schema schema, String name) throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        while (!parser.nextToken().isStructEnd()) {
            String inner = name;
            if (isObject) {
                inner = parser.currentName();
                parser.nextToken();
            }
            Schema expected = partOf(schema, inner);
            if (expected == null) {
                parser.skipChildren();
            } else {
                check(expected, inner);
            }
        }
    }

    /** Returns the schema of a part, or null if the part is not checked. A map without text keys is a list of pairs. */
    private static @Nullable Schema partOf(Schema schema, String name) {
        return switch (schema.type()) {
            case ARRAY -> schema.valueSchema();
            case MAP -> schema.keySchema().type() == Schema.Type.STRING ? schema.valueSchema() : null;
            default -> {
                Field field = schema.field(name);
                yield field == null ? null : field.schema();
            }
        };
    }

    private static String kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "another number";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            default -> token.asString() == null ? token.name().toLowerCase(Locale.ROOT) : token.asString();
        };
    }
}
