package io.ordersync.connect.json;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.json.JsonDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages that are the payload alone, with the schema of the option {@code schema.content} (KIP-1054). A message
 * in {@link EnvelopeForm} is not plain, unless the schema itself has a field {@code schema} or {@code payload}.
 */
final class PlainMessages {

    private final JsonConverter payloads = new JsonConverter();
    private final boolean envelopesAreKnown;
    private @Nullable Schema schema;
    private @Nullable FlatPayload flat;

    private PlainMessages(Schema given, Map<String, ?> options, boolean isKey) {
        payloads.configure(options, isKey);
        envelopesAreKnown = given.field(EnvelopeForm.SCHEMA) == null && given.field(EnvelopeForm.PAYLOAD) == null;
    }

    /** Returns null if the options have no schema, or one that is not a struct. */
    static @Nullable PlainMessages of(Map<String, ?> options, boolean isKey) {
        JsonConverterConfig config = KnownSchema.config(options);
        if (!config.schemasEnabled() || config.schemaContent() == null) {
            return null;
        }
        JsonConverter reader = new JsonConverter();
        reader.configure(withoutSchema(options), isKey);
        try (JsonDeserializer json = new JsonDeserializer()) {
            Schema schema = reader.asConnectSchema(json.deserialize("", config.schemaContent()));
            return schema.type() == Schema.Type.STRUCT ? new PlainMessages(schema, options, isKey) : null;
        }
    }

    /** The options of a converter that reads messages with their own schema. */
    static Map<String, Object> withoutSchema(Map<String, ?> options) {
        Map<String, Object> rest = new HashMap<>(options);
        rest.remove(JsonConverterConfig.SCHEMA_CONTENT_CONFIG);
        return rest;
    }

    boolean include(byte[] message) {
        return !(envelopesAreKnown && EnvelopeForm.isFormOf(message));
    }

    SchemaAndValue read(String topic, byte[] message) {
        Struct struct = flat == null || !mayBeAnObject(message) ? null : flat.read(message, 0, message.length);
        return struct == null ? convert(topic, message) : new SchemaAndValue(schema, struct);
    }

    private SchemaAndValue convert(String topic, byte[] message) {
        SchemaAndValue data = payloads.toConnectData(topic, message);
        TypeCheck.checkPayload(data.schema(), message);
        if (schema == null) {
            schema = data.schema(); // one instance for all records
            flat = FlatPayload.of(schema);
        }
        return data;
    }

    private static boolean mayBeAnObject(byte[] message) {
        return message.length > 1 && message[0] == '{' && message[message.length - 1] == '}';
    }
}
