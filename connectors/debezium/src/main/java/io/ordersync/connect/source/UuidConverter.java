package io.ordersync.connect.source;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads MariaDB's native {@code uuid} as it was written. The binary log leaves out a value's trailing zero bytes, which
 * Debezium takes for leading ones: one random UUID in 256 would become another.
 */
public final class UuidConverter implements CustomConverter<SchemaBuilder, RelationalColumn> {

    /** Debezium's own name for it, so that consumers see no difference. */
    private static final String SCHEMA_NAME = "io.debezium.data.Uuid";

    private static final int LENGTH = 16;

    @Override
    public void configure(Properties properties) {}

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        if ("UUID".equalsIgnoreCase(column.typeName())) {
            registration.register(SchemaBuilder.string().name(SCHEMA_NAME).version(1), UuidConverter::text);
        }
    }

    /** Bytes come from the binary log, a UUID from a snapshot's query, text from a column's default. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(bytes, LENGTH));
            return new UUID(padded.getLong(), padded.getLong()).toString();
        }
        return value == null ? null : value.toString();
    }
}
