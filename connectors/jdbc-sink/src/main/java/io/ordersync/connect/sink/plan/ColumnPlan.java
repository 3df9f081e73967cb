package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.type.Binding;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.StagingType;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The source of one parameter's value, and how it is bound.
 *
 * @param column the column that gets the value
 * @param reader reads the value from a record
 * @param binding converts the value and sets the parameter
 * @param staging how the converted value is staged, or null if it cannot be
 */
record ColumnPlan(
        Column column,
        FieldSource.Reader reader,
        Binding binding,
        @Nullable StagingType staging) {

    /** @throws UnstorableRecordException if the table has no column of this name, or no column can hold values of this type */
    static ColumnPlan of(FieldSource source, Table table) {
        if (Binding.of(source.schema()) == null) {
            throw UnstorableRecordException.unsupported(source);
        }
        Column column = table.column(source.field());
        if (column == null) {
            throw UnstorableRecordException.noColumn(source, table.name(), Ddl.add(table.name(), List.of(source)));
        }
        Binding binding = Binding.of(source.schema(), column);
        return new ColumnPlan(column, source.reader(), binding, StagingType.of(source.schema(), column));
    }

    /** @throws UnstorableRecordException if no column can hold the value */
    @Nullable
    Object value(SinkRecord record) {
        try {
            Object value = reader.read(record);
            return value == null ? null : binding.convert().apply(value);
        } catch (RuntimeException e) {
            throw UnstorableRecordException.inColumn(name(), e);
        }
    }

    String name() {
        return column.name();
    }
}
