package io.ordersync.connect.uuid;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.Converter;
import org.apache.kafka.connect.storage.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Kafka Connect's {@link StringConverter} for UUIDs that are spelled as {@link UUID#toString} spells them. MariaDB's type
 * {@code uuid} treats other spellings, such as upper case, as the same id. In Kafka they are different keys in different
 * partitions, so neither order nor offset would tell which record is newer.
 */
public final class UuidStringConverter implements Converter, Versioned {

    private final StringConverter texts = new StringConverter();
    private String part = "text";

    /** For the worker. */
    public UuidStringConverter() {}

    @Override
    public String version() {
        return texts.version();
    }

    @Override
    public ConfigDef config() {
        return texts.config();
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        texts.configure(configs, isKey);
        part = isKey ? "key" : "value";
    }

    @Override
    public byte[] fromConnectData(String topic, @Nullable Schema schema, @Nullable Object value) {
        return texts.fromConnectData(topic, schema, value);
    }

    /** @throws DataException if the text is not a UUID or is spelled differently */
    @Override
    public SchemaAndValue toConnectData(String topic, byte @Nullable [] message) {
        SchemaAndValue data = texts.toConnectData(topic, message);
        if (data.value() != null && !isUuid(data.value().toString())) {
            throw new DataException("The " + part + " must be a UUID of 36 characters in lower case");
        }
        return data;
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }

    @Override
    public void close() {
        texts.close();
    }
}
