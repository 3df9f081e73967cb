package io.ordersync.connect.json;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes what Kafka Connect's {@link JsonConverter} does with {@code schemas.enable=true}, but parses and renders
 * each schema only once. Most messages of a topic start with the same bytes, which hold the schema; a reader compares and
 * skips those bytes, and {@link EnvelopeWriter} copies them.
 *
 * <ul>
 *   <li>{@link FlatPayload} reads the payload if all its fields are plain.
 *   <li>A {@code JsonConverter} that has been given the schema ({@code schema.content}, KIP-1054) reads other payloads.
 *   <li>A plain {@code JsonConverter} reads messages with an unknown beginning.
 * </ul>
 *
 * <p>With the option {@code schema.content}, {@link PlainMessages} reads the messages that do not have a schema.
 *
 * <p>The results are those of {@code JsonConverter}, except that {@link TypeCheck} refuses some messages, for instance a
 * text where the schema says int32, which {@code JsonConverter} reads as 0. Texts may be of any length
 * ({@link JsonLimits}). The options are the same. Not thread-safe.
 */
public final class EnvelopeConverter implements Converter, Versioned {

    /** How many schemas are remembered: far more than a topic has while a task runs. */
    private static final int MOST_SCHEMAS = 100;

    static {
        JsonLimits.lift();
    }

    private final JsonConverter whole = new JsonConverter();
    private final Map<Prefix, KnownSchema> known = new HashMap<>();
    private Map<String, ?> options = Map.of();
    private boolean isKey;
    private boolean messagesHaveSchema;
    private @Nullable KnownSchema last;
    private @Nullable PlainMessages plain;
    private @Nullable EnvelopeWriters writers;

    /** For the worker. */
    public EnvelopeConverter() {}

    @Override
    public String version() {
        return whole.version();
    }

    @Override
    public ConfigDef config() {
        return JsonConverterConfig.configDef();
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKeyConverter) {
        plain = PlainMessages.of(configs, isKeyConverter);
        options = plain == null ? configs : PlainMessages.withoutSchema(configs);
        isKey = isKeyConverter;
        whole.configure(options, isKeyConverter);
        messagesHaveSchema = KnownSchema.isInMessages(options);
        writers = messagesHaveSchema ? new EnvelopeWriters(whole, options) : null;
    }

    @Override
    public byte[] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        byte[] message = writers == null ? null : writers.write(schema, value);
        return message == null ? whole.fromConnectData(topic, schema, value) : message;
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] message) {
        if (message == null || !messagesHaveSchema) {
            return readWhole(topic, message);
        }
        SchemaAndValue data = last == null ? null : last.read(topic, message);
        if (data != null) {
            return data;
        }
        if (plain != null && plain.include(message)) {
            return plain.read(topic, message);
        }
        data = readWithSchema(topic, message);
        return data == null ? readWhole(topic, message) : data;
    }

    private SchemaAndValue readWhole(String topic, byte @Nullable [] message) {
        SchemaAndValue data = whole.toConnectData(topic, message);
        if (message != null && messagesHaveSchema && data.schema() != null) {
            TypeCheck.checkMessage(data.schema(), message);
        }
        return data;
    }

    private @Nullable SchemaAndValue readWithSchema(String topic, byte[] message) {
        Prefix prefix = Prefix.of(message);
        KnownSchema schema = prefix == null ? null : known.get(prefix);
        if (schema == null && prefix != null && known.size() < MOST_SCHEMAS) {
            schema = learn(prefix);
        }
        SchemaAndValue data = schema == null ? null : schema.read(topic, message);
        last = data == null ? last : schema;
        return data;
    }

    private @Nullable KnownSchema learn(Prefix prefix) {
        try {
            KnownSchema schema = new KnownSchema(prefix, options, isKey);
            known.put(prefix, schema);
            return schema;
        } catch (DataException noSchema) {
            return null; // reading the whole message reports the error
        }
    }

    @Override
    public void close() {
        whole.close();
    }
}
