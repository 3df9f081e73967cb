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
 * Kafka Connect's {@link JsonConverter} for messages with {@code schemas.enable=true}, whose schemas are as a rule the
 * same bytes again and again. Those bytes are recognised and skipped. A payload of plain fields, each there once and of its
 * type, is read by {@link FlatPayload}; any other by a {@code JsonConverter} that was told the schema once
 * ({@code schema.content}, KIP-1054), and whatever is not recognised by one as a whole. The results are the same, but for
 * what {@link TypeCheck} refuses, such as a value of another type, of which that one makes 0. Takes the same options; for
 * one thread, as a task is.
 */
public final class EnvelopeConverter implements Converter, Versioned {

    /** Far more than a topic has in the life of a task; one whose every message is different gets no help. */
    private static final int REMEMBERED = 100;

    private final JsonConverter whole = new JsonConverter();
    private final Map<Prefix, KnownSchema> known = new HashMap<>();
    private Map<String, ?> options = Map.of();
    private boolean isKey;
    private boolean recognises;
    private @Nullable KnownSchema last;

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
        options = configs;
        isKey = isKeyConverter;
        whole.configure(configs, isKeyConverter);
        recognises = KnownSchema.isOfUse(configs);
    }

    @Override
    public byte[] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        return whole.fromConnectData(topic, schema, value);
    }

    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] message) {
        KnownSchema schema = message == null || !recognises ? null : schemaOf(message);
        return schema == null ? readWhole(topic, message) : schema.read(topic, message);
    }

    private SchemaAndValue readWhole(String topic, byte @Nullable [] message) {
        SchemaAndValue data = whole.toConnectData(topic, message);
        if (message != null && recognises && data.schema() != null) {
            TypeCheck.ofMessage(data.schema(), message);
        }
        return data;
    }

    private @Nullable KnownSchema schemaOf(byte[] message) {
        if (last != null && last.isOf(message)) {
            return last;
        }
        Prefix prefix = Prefix.of(message);
        if (prefix == null) {
            return null;
        }
        KnownSchema schema = known.get(prefix);
        if (schema == null) {
            schema = known.size() < REMEMBERED ? learn(prefix) : null;
        }
        if (schema == null || !schema.isOf(message)) {
            return null;
        }
        last = schema;
        return schema;
    }

    private @Nullable KnownSchema learn(Prefix prefix) {
        try {
            KnownSchema schema = new KnownSchema(prefix, options, isKey);
            known.put(prefix, schema);
            return schema;
        } catch (DataException noSchema) {
            return null; // whoever reads the whole message says what is wrong with it
        }
    }

    @Override
    public void close() {
        whole.close();
    }
}
