package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Table;
import io.ordersync.connect.sink.type.Binding;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Turns what records have and the columns of their table into the statement that writes such records. */
final class Planner {

    private final SinkConfig config;

    Planner(SinkConfig config) {
        this.config = config;
    }

    /** @throws UnstorableRecordException naming the field that has no place in the table */
    WritePlan write(Table table, List<FieldSource> sources) {
        List<ColumnPlan> columns =
                sources.stream().map(source -> ColumnPlan.of(source, table)).toList();
        List<String> names = columns.stream().map(ColumnPlan::column).toList();
        int keys = (int) sources.stream().filter(FieldSource::isKey).count();
        String version = version(table);
        int versionIndex = version == null ? -1 : names.indexOf(version);
        if (version != null && versionIndex < keys) {
            throw UnstorableRecordException.missingField(version, "value");
        }
        String sql = config.insertMode() == InsertMode.INSERT
                ? Sql.insert(table.name(), names)
                : Sql.upsert(table.name(), names.subList(0, keys), names.subList(keys, names.size()), version);
        return new WritePlan(sql, columns, keys, versionIndex, false);
    }

    /** @throws UnstorableRecordException naming the field that has no place in the table */
    WritePlan delete(Table table, List<FieldSource> keys) {
        List<ColumnPlan> columns = new ArrayList<>();
        keys.forEach(source -> columns.add(ColumnPlan.of(source, table)));
        List<String> names = columns.stream().map(ColumnPlan::column).toList();
        String version = config.versionIsOffset() ? version(table) : null;
        if (version != null) {
            columns.add(new ColumnPlan(version, SinkRecord::originalKafkaOffset, Binding.of(Schema.INT64_SCHEMA)));
        }
        int versionIndex = version == null ? -1 : keys.size();
        return new WritePlan(Sql.delete(table.name(), names, version), columns, keys.size(), versionIndex, true);
    }

    private @Nullable String version(Table table) {
        String field = config.versionField();
        if (field == null) {
            return null;
        }
        String column = table.column(field);
        if (column == null) {
            throw UnstorableRecordException.missingField(field, "table");
        }
        return column;
    }
}
