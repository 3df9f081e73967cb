package io.ordersync.connect.sink.type;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field of a record that becomes a column of its row.
 *
 * @param field the name of the field and of the column
 * @param schema the schema of the field
 * @param reader reads the value from a record
 * @param isKey whether the column belongs to the primary key
 */
public record FieldSource(String field, Schema schema, Reader reader, boolean isKey) {

    /**
     * A record key that is not a struct. A text with U+FFFD is refused when it is read: converters put this character for
     * bytes that are not UTF-8, so that different keys become equal.
     */
    public static FieldSource ofPlainKey(String field, Schema schema, Reader reader) {
        boolean isText = schema.type() == Schema.Type.STRING;
        return new FieldSource(
                field, schema, isText ? record -> UnicodeText.requireDecoded(reader.read(record)) : reader, true);
    }

    @FunctionalInterface
    public interface Reader {
        @Nullable
        Object read(SinkRecord record);
    }
}
