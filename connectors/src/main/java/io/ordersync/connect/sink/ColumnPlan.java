package io.ordersync.connect.sink;

import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where one column's value comes from and how it is bound.
 *
 * @param column the column's own name
 * @param reader takes the value out of a record
 * @param binding binds it
 */
record ColumnPlan(String column, Reader reader, Binding binding) {

    @FunctionalInterface
    interface Reader {
        @Nullable
        Object read(SinkRecord record);
    }

    @Nullable
    Object value(SinkRecord record) {
        Object value = reader.read(record);
        return value == null ? null : binding.convert().apply(value);
    }
}
