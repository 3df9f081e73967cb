package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.json.JsonSerializer;
import org.jspecify.annotations.Nullable;

/** Writes messages of one schema, whose bytes are rendered once. */
final class EnvelopeWriter {

    private static final byte[] BEFORE_SCHEMA = "{\"schema\":".getBytes(US_ASCII);
    private static final byte[] BEFORE_PAYLOAD = ",\"payload\":".getBytes(US_ASCII);

    /** More than most payloads take. A larger one makes the buffer grow. */
    private static final int ROOM_FOR_PAYLOAD = 512;

    private final byte[] beginning;
    private final PayloadWriter payload;

    private EnvelopeWriter(byte[] beginning, PayloadWriter payload) {
        this.beginning = beginning;
        this.payload = payload;
    }

    /**
     * Returns null if the schema is one that only {@code JsonConverter} writes.
     *
     * @param converter renders the schema
     */
    static @Nullable EnvelopeWriter of(Schema schema, JsonConverter converter, JsonConverterConfig config) {
        PayloadWriter payload = PayloadWriter.of(schema, config);
        return payload == null ? null : new EnvelopeWriter(beginning(schema, converter), payload);
    }

    private static byte[] beginning(Schema schema, JsonConverter converter) {
        try (JsonSerializer json = new JsonSerializer()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(BEFORE_SCHEMA);
            bytes.writeBytes(json.serialize("", converter.asJsonSchema(schema)));
            bytes.writeBytes(BEFORE_PAYLOAD);
            return bytes.toByteArray();
        }
    }

    /** Returns null for a value that does not fit the schema. */
    byte @Nullable [] write(@Nullable Object value) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(beginning.length + ROOM_FOR_PAYLOAD);
        message.writeBytes(beginning);
        try (JsonGenerator json = JsonLimits.JSON.createGenerator(message)) {
            payload.write(json, value);
        } catch (IOException | ClassCastException | DataException unfit) {
            return null; // JsonConverter reports the error
        }
        message.write('}');
        return message.toByteArray();
    }
}
