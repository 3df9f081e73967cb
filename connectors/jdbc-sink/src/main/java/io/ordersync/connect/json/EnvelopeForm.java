package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The form of a message with its own schema: an object of the fields {@code schema} and {@code payload}, and no other. */
final class EnvelopeForm {

    static final String SCHEMA = "schema";
    static final String PAYLOAD = "payload";

    private static final Set<String> FIELDS = Set.of(SCHEMA, PAYLOAD);
    private static final byte[] SCHEMA_NAME = "\"schema\"".getBytes(US_ASCII);
    private static final byte[] PAYLOAD_NAME = "\"payload\"".getBytes(US_ASCII);

    private EnvelopeForm() {}

    /** Whether a message has this form. It may be invalid in other ways. */
    static boolean isFormOf(byte[] message) {
        return beginsWithAField(message) && hasExactlyTheFields(message);
    }

    /** A cheap look at the first bytes, which rules out nearly all plain messages. */
    private static boolean beginsWithAField(byte[] message) {
        int at = skipBlanks(message, 0);
        if (at == message.length || message[at] != '{') {
            return false;
        }
        at = skipBlanks(message, at + 1);
        return begins(message, at, SCHEMA_NAME) || begins(message, at, PAYLOAD_NAME);
    }

    private static boolean begins(byte[] message, int at, byte[] name) {
        return at + name.length <= message.length && Arrays.equals(message, at, at + name.length, name, 0, name.length);
    }

    private static int skipBlanks(byte[] message, int from) {
        int at = from;
        while (at < message.length
                && (message[at] == ' ' || message[at] == '\n' || message[at] == '\r' || message[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean hasExactlyTheFields(byte[] message) {
        Set<String> fields = new HashSet<>();
        try (JsonParser parser = JsonLimits.JSON.createParser(message)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
            return fields.equals(FIELDS);
        } catch (IOException notWellFormed) {
            return false; // the reader of plain messages reports the error
        }
    }
}
