package io.ordersync.connect.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes before the payload of a message: <code>{"schema":{…},"payload":</code>, with any white space.
 *
 * @param bytes the message up to the payload
 * @param schemaAt the index at which the schema begins
 * @param schemaEnd the index at which the schema ends
 */
record Prefix(byte[] bytes, int schemaAt, int schemaEnd) {

    /** Returns null unless the message is UTF-8 and begins with a schema and a payload that are objects. */
    static @Nullable Prefix of(byte[] message) {
        if (message.length < 2 || message[0] != '{' || message[1] == 0) {
            return null;
        }
        try (JsonParser parser = JsonLimits.JSON.createParser(message)) {
            parser.nextToken();
            if (!isObject(parser, EnvelopeForm.SCHEMA)) {
                return null;
            }
            int schemaAt = offset(parser.currentTokenLocation().getByteOffset());
            parser.skipChildren();
            int schemaEnd = offset(parser.currentLocation().getByteOffset());
            if (!isObject(parser, EnvelopeForm.PAYLOAD)) {
                return null;
            }
            int payloadAt = offset(parser.currentTokenLocation().getByteOffset());
            return new Prefix(Arrays.copyOf(message, payloadAt), schemaAt, schemaEnd);
        } catch (IOException noJson) {
            return null; // reading the whole message reports the error
        }
    }

    private static boolean isObject(JsonParser parser, String field) throws IOException {
        return field.equals(parser.nextFieldName()) && parser.nextToken() == JsonToken.START_OBJECT;
    }

    private static int offset(long bytes) {
        return Math.toIntExact(bytes);
    }

    boolean matches(byte[] message) {
        return message.length > bytes.length && Arrays.equals(message, 0, bytes.length, bytes, 0, bytes.length);
    }

    int length() {
        return bytes.length;
    }

    byte[] schema() {
        return Arrays.copyOfRange(bytes, schemaAt, schemaEnd);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Prefix prefix && Arrays.equals(bytes, prefix.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Prefix of " + bytes.length + " bytes";
    }
}
