package io.ordersync.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.jspecify.annotations.Nullable;

/** A schema that has been read once, and the readers of payloads with this schema. */
final class KnownSchema {

    private final Prefix prefix;
    private final JsonConverter payloads = new JsonConverter();
    private @Nullable Schema schema;
    private @Nullable FlatPayload flat;

    KnownSchema(Prefix prefix, Map<String, ?> options, boolean isKey) {
        this.prefix = prefix;
        Map<String, Object> withSchema = new HashMap<>(options);
        withSchema.put(JsonConverterConfig.SCHEMA_CONTENT_CONFIG, new String(prefix.schema(), UTF_8));
        payloads.configure(withSchema, isKey);
    }

    /** Whether messages contain their schema. */
    static boolean isInMessages(Map<String, ?> options) {
        JsonConverterConfig config = config(options);
        return config.schemasEnabled() && config.schemaContent() == null;
    }

    static JsonConverterConfig config(Map<String, ?> options) {
        return new JsonConverterConfig(withType(options));
    }

    private static Map<String, Object> withType(Map<String, ?> options) {
        Map<String, Object> typed = new HashMap<>(options);
        typed.put("converter.type", "value");
        return typed;
    }

    /** Returns null unless the message consists of this schema and a payload that is an object. */
    @Nullable
    SchemaAndValue read(String topic, byte[] message) {
        if (!prefix.matches(message) || message[prefix.length()] != '{' || message[message.length - 1] != '}') {
            return null;
        }
        Struct struct = flat == null ? null : flat.read(message, prefix.length(), message.length - 1);
        if (struct != null) {
            return new SchemaAndValue(schema, struct);
        }
        return endOfObject(message, prefix.length()) == message.length - 1 ? convert(topic, message) : null;
    }

    private SchemaAndValue convert(String topic, byte[] message) {
        byte[] payload = Arrays.copyOfRange(message, prefix.length(), message.length - 1);
        SchemaAndValue data = payloads.toConnectData(topic, payload);
        TypeCheck.checkPayload(data.schema(), payload);
        if (schema == null) {
            schema = data.schema();
            flat = FlatPayload.of(schema);
        }
        return data;
    }

    /** Returns the end of the object that begins here, or -1; does not check whether the object is well-formed. */
    private static int endOfObject(byte[] json, int begin) {
        int depth = 0;
        boolean text = false;
        for (int i = begin; i < json.length; i++) {
            byte next = json[i];
            if (text) {
                if (next == '\\') {
                    i++;
                } else if (next == '"') {
                    text = false;
                }
            } else if (next == '"') {
                text = true;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if ((next == '}' || next == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
