package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonFactory;
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
 * Whether JSON is of the types that its schema names. {@code JsonConverter} makes 0 of a text where a number is expected,
 * 1 of 1.5, and any number of one that is too large. Nulls and missing fields are its own affair.
 *
 * <p>Nor may it be what other readers of the topic refuse: {@code JsonConverter} takes 010 for a number, the last of two
 * payloads, and no notice of what follows a message.
 */
final class TypeCheck {

    /** No number has leading zeros (RFC 8259, section 6), whatever {@code JsonConverter} makes of it. */
    static final JsonFactory JSON = new JsonFactory();

    private static final String PAYLOAD = "payload";

    private final JsonParser parser;

    private TypeCheck(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * @param json what {@code JsonConverter} has read already
     * @throws DataException if a value is of another type, or a number has leading zeros
     */
    static void ofPayload(Schema schema, byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            new TypeCheck(parser).check(schema, PAYLOAD);
        } catch (IOException e) {
            throw notStrict(e);
        }
    }

    /**
     * As {@link #ofPayload}, in the message that holds it.
     *
     * @throws DataException also if there is more than one schema and one payload
     */
    static void ofMessage(Schema schema, byte[] message) {
        Set<String> seen = new HashSet<>();
        try (JsonParser parser = JSON.createParser(message)) {
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
            if (parser.nextToken() != null) {
                throw new DataException("Something follows the message");
            }
        } catch (IOException e) {
            throw notStrict(e);
        }
    }

    private static DataException notStrict(IOException e) {
        return new DataException("This is no JSON by RFC 8259: " + e.getMessage(), e);
    }

    /** The parser is at the value's first token, and will be at its last. */
    private void check(Schema schema, String name) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return;
        }
        if (!isOf(schema, parser)) {
            throw new DataException("%s is %s, and no %s"
                    .formatted(name, kind(token), schema.type().getName()));
        }
        if (token.isStructStart()) {
            checkWithin(schema, name);
        }
    }

    /** Whether the token that the parser is at begins a value of this type. */
    static boolean isOf(Schema schema, JsonParser parser) throws IOException {
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

    private void checkWithin(Schema schema, String name) throws IOException {
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        while (!parser.nextToken().isStructEnd()) {
            String inner = name;
            if (isObject) {
                inner = parser.currentName();
                parser.nextToken();
            }
            Schema expected = within(schema, inner);
            if (expected == null) {
                parser.skipChildren();
            } else {
                check(expected, inner);
            }
        }
    }

    /** What is expected of a part of it; null if it is not for us to say. A map may be a list of pairs. */
    private static @Nullable Schema within(Schema schema, String name) {
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
