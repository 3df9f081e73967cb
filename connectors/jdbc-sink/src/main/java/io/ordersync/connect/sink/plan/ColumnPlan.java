package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.db.Table;
import io.ordersync.connect.sink.type.Binding;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The source of one parameter's value, and how it is bound.
 *
 * @param column the name as the table spells it
 * @param reader reads the value from a record
 * @param binding converts the value and sets the parameter
 */
record ColumnPlan(String column, FieldSource.Reader reader, Binding binding) {

    /** @throws UnstorableRecordException if the table has no column of this name, or no column can hold values of this type */
    static ColumnPlan of(FieldSource source, Table table) {
        Binding binding = Binding.of(source.schema());
        if (binding == null) {
            throw UnstorableRecordException.unsupported(source);
        }
        String column = table.column(source.field());
        if (column == null) {
            throw UnstorableRecordException.noColumn(source, table.name(), Ddl.add(table.name(), List.of(source)));
        }
        return new ColumnPlan(column, source.reader(), binding);
    }

    @Nullable
    Object value(SinkRecord record) {
        Object value = reader.read(record);
        return value == null ? null : binding.convert().apply(value);
    }
}
