package io.ordersync.connect.json;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.cache.Cache;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.connect.data.ConnectSchema;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.json.JsonConverterConfig;
import org.jspecify.annotations.Nullable;

/** The writers of the schemas that were written last, as many as {@code schemas.cache.size} says. */
final class EnvelopeWriters {

    private final JsonConverter converter;
    private final JsonConverterConfig config;
    private final Cache<Schema, Optional<EnvelopeWriter>> writers;

    /** @param converter renders the schemas */
    EnvelopeWriters(JsonConverter converter, Map<String, ?> options) {
        this.converter = converter;
        this.config = KnownSchema.config(options);
        this.writers = new LRUCache<>(config.schemaCacheSize());
    }

    /** Returns null for what only {@code JsonConverter} writes. */
    byte @Nullable [] write(@Nullable Schema schema, @Nullable Object value) {
        // A schema of another class may change while it is in use.
        return schema instanceof ConnectSchema
                ? writer(schema).map(writer -> writer.write(value)).orElse(null)
                : null;
    }

    private Optional<EnvelopeWriter> writer(Schema schema) {
        Optional<EnvelopeWriter> writer = writers.get(schema);
        if (writer == null) {
            writer = Optional.ofNullable(EnvelopeWriter.of(schema, converter, config));
            writers.put(schema, writer);
        }
        return writer;
    }
}
