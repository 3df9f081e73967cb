package io.ordersync.connect.sink.type;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A value that a record has for its row.
 *
 * @param field the field's name, and the column's
 * @param schema the field's schema
 * @param reader takes the value out of a record
 * @param isKey whether it belongs to the primary key
 */
public record FieldSource(String field, Schema schema, Reader reader, boolean isKey) {

    @FunctionalInterface
    public interface Reader {
        @Nullable
        Object read(SinkRecord record);
    }
}
