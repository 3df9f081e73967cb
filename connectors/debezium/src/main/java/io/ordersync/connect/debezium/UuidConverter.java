package io.ordersync.connect.debezium;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of MariaDB's native type {@code uuid}. The binary log omits a value's trailing zero bytes, but Debezium
 * adds leading ones: without this converter one random UUID in 256 would change.
 */
public final class UuidConverter implements CustomConverter<SchemaBuilder, RelationalColumn> {

    /** The name of Debezium's own schema for UUIDs, so that consumers see no difference. */
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

    /** The binary log delivers bytes, a snapshot's query a UUID, a column's default text. */
    static @Nullable String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(bytes, LENGTH));
            return new UUID(padded.getLong(), padded.getLong()).toString();
        }
        return value == null ? null : value.toString();
    }
}
