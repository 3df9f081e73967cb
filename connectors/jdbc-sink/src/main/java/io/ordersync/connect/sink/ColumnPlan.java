package io.ordersync.connect.sink;

import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where one parameter's value comes from and how it is bound.
 *
 * @param column the column's own name
 * @param reader takes the value out of a record
 * @param binding binds it
 */
record ColumnPlan(String column, FieldSource.Reader reader, Binding binding) {

    /** @throws UnsuitedRecordException if the table has no such column, or no column can hold such values */
    static ColumnPlan of(FieldSource source, Table table) {
        Binding binding = Binding.of(source.schema());
        if (binding == null) {
            throw UnsuitedRecordException.unsupported(source);
        }
        String column = table.column(source.field());
        if (column == null) {
            throw UnsuitedRecordException.noColumn(source, table.name());
        }
        return new ColumnPlan(column, source.reader(), binding);
    }

    @Nullable
    Object value(SinkRecord record) {
        Object value = reader.read(record);
        return value == null ? null : binding.convert().apply(value);
    }
}
