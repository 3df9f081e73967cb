package io.ordersync.connect.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Turns the schemas of a record and the columns of its table into the statement that writes such records. */
final class Planner {

    private final SinkConfig config;

    Planner(SinkConfig config) {
        this.config = config;
    }

    /** @throws UnsuitedRecordException naming the field that has no place in the table */
    WritePlan write(Table table, SinkRecord record) {
        Schema schema = record.valueSchema();
        if (schema == null || schema.type() != Schema.Type.STRUCT) {
            throw UnsuitedRecordException.noStruct("value", schema);
        }
        List<ColumnPlan> columns = new ArrayList<>(keys(table, record));
        int keys = columns.size();
        for (Field field : schema.fields()) {
            String column = column(table, field.name());
            if (columns.stream().limit(keys).noneMatch(key -> key.column().equals(column))) {
                columns.add(new ColumnPlan(column, ofValue(field), binding(field.name(), field.schema())));
            }
        }
        return plan(table, columns, keys);
    }

    /** @throws UnsuitedRecordException until tombstones are supported */
    WritePlan delete(Table table, SinkRecord record) {
        throw UnsuitedRecordException.tombstone();
    }

    private WritePlan plan(Table table, List<ColumnPlan> columns, int keys) {
        List<String> names = columns.stream().map(ColumnPlan::column).toList();
        String version = config.versionField() == null ? null : column(table, config.versionField());
        int versionIndex = version == null ? -1 : names.indexOf(version);
        if (version != null && versionIndex < keys) {
            throw UnsuitedRecordException.missingField(config.versionField(), "value");
        }
        String sql = config.insertMode() == InsertMode.INSERT
                ? Sql.insert(table.name(), names)
                : Sql.upsert(table.name(), names.subList(0, keys), names.subList(keys, names.size()), version);
        return new WritePlan(sql, columns, keys, versionIndex);
    }

    private List<ColumnPlan> keys(Table table, SinkRecord record) {
        return switch (config.keyMode()) {
            case NONE -> List.of();
            case RECORD_KEY -> recordKey(table, record);
            case RECORD_VALUE -> fields(table, record.valueSchema(), "value", Planner::ofValue);
        };
    }

    private List<ColumnPlan> recordKey(Table table, SinkRecord record) {
        Schema schema = record.keySchema();
        if (record.key() == null) {
            throw UnsuitedRecordException.nullKey();
        }
        if (schema == null) {
            throw UnsuitedRecordException.noKeySchema();
        }
        if (schema.type() == Schema.Type.STRUCT) {
            return fields(table, schema, "key", Planner::ofKey);
        }
        if (config.keyFields().size() != 1) {
            throw UnsuitedRecordException.plainKeyNeedsOneField(
                    config.keyFields().size());
        }
        String field = config.keyFields().get(0);
        return List.of(new ColumnPlan(column(table, field), SinkRecord::key, binding(field, schema)));
    }

    private List<ColumnPlan> fields(
            Table table, Schema schema, String part, Function<Field, ColumnPlan.Reader> reader) {
        List<String> names = config.keyFields().isEmpty()
                ? schema.fields().stream().map(Field::name).toList()
                : config.keyFields();
        List<ColumnPlan> columns = new ArrayList<>();
        for (String name : names) {
            Field field = schema.field(name);
            if (field == null) {
                throw UnsuitedRecordException.missingField(name, part);
            }
            columns.add(new ColumnPlan(column(table, name), reader.apply(field), binding(name, field.schema())));
        }
        return columns;
    }

    private static ColumnPlan.Reader ofValue(Field field) {
        return record -> ((Struct) record.value()).get(field);
    }

    private static ColumnPlan.Reader ofKey(Field field) {
        return record -> ((Struct) record.key()).get(field);
    }

    private static Binding binding(String field, Schema schema) {
        Binding binding = Binding.of(schema);
        if (binding == null) {
            throw UnsuitedRecordException.unsupported(field, schema);
        }
        return binding;
    }

    private static String column(Table table, @Nullable String field) {
        String column = table.column(field);
        if (column == null) {
            throw UnsuitedRecordException.noColumn(field, table.name());
        }
        return column;
    }
}
