package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.VersionField;
import io.ordersync.connect.sink.config.WriteConfig;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.type.Binding;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Makes the statement that writes records of one schema to a table. */
final class Planner {

    private final WriteConfig config;

    Planner(WriteConfig config) {
        this.config = config;
    }

    /** @throws UnstorableRecordException if the table lacks a column for a field */
    WritePlan planWrite(Table table, List<FieldSource> sources) throws SQLException {
        Column version = versionColumn(table);
        List<ColumnPlan> keys = columns(table, sources, FieldSource::isKey);
        List<ColumnPlan> values = columns(table, sources, source -> !source.isKey());
        List<ColumnPlan> all = Stream.concat(keys.stream(), values.stream()).toList();
        requireDistinct(all, sources);
        KeyEquality equality = config.insertMode() == InsertMode.INSERT
                ? null
                : KeyEquality.of(table, columnsOf(keys), columnsOf(values));
        if (config.insertMode() == InsertMode.UPDATE) {
            return WritePlan.update(Sql.update(table.name(), names(keys), names(values)), keys, values, equality);
        }
        VersionField guard = version == null ? null : config.version().inColumn(version.name());
        boolean isInsert = config.insertMode() == InsertMode.INSERT;
        String sql = isInsert
                ? Sql.insert(table.name(), names(all))
                : Sql.upsert(table.name(), names(keys), names(values), guard);
        StagedInsert staged = new StagedInsert(
                table, all, isInsert ? "" : Sql.qualifiedUpdate(table.name(), names(keys), names(values), guard));
        return WritePlan.write(
                sql,
                keys,
                values,
                version == null ? null : find(version, values),
                guard != null && guard.keepsTies(),
                equality,
                staged);
    }

    /** @throws UnstorableRecordException if the table lacks a column for a field */
    WritePlan planDelete(Table table, List<FieldSource> sources) throws SQLException {
        List<ColumnPlan> keys = columns(table, sources, FieldSource::isKey);
        Column version = config.version() != null && config.version().isOffset() ? versionColumn(table) : null;
        ColumnPlan offset = version == null
                ? null
                : new ColumnPlan(version, SinkRecord::originalKafkaOffset, Binding.of(Schema.INT64_SCHEMA), null);
        String sql = Sql.delete(table.name(), names(keys), version == null ? null : version.name());
        return WritePlan.delete(sql, keys, offset, KeyEquality.of(table, columnsOf(keys), List.of()));
    }

    /** Two fields can differ for Java and be one column for the database, such as {@code qty} and {@code QTY}. */
    private static void requireDistinct(List<ColumnPlan> columns, List<FieldSource> sources) {
        Set<Column> seen = new HashSet<>();
        columns.stream()
                .map(ColumnPlan::column)
                .filter(column -> !seen.add(column))
                .findFirst()
                .ifPresent(column -> {
                    throw UnstorableRecordException.sameColumn(
                            column.name(),
                            sources.stream()
                                    .map(FieldSource::field)
                                    .filter(column.name()::equalsIgnoreCase)
                                    .toList());
                });
    }

    /** @throws SQLException if the table lacks the column: the sink waits until somebody adds it */
    private @Nullable Column versionColumn(Table table) throws SQLException {
        if (config.version() == null) {
            return null;
        }
        Column column = table.column(config.version().name());
        if (column == null) {
            throw Fault.noSuchColumn(table.name(), config.version().name());
        }
        return column;
    }

    private static ColumnPlan find(Column version, List<ColumnPlan> values) {
        return values.stream()
                .filter(value -> value.column().equals(version))
                .findFirst()
                .orElseThrow(() -> UnstorableRecordException.missingField(version.name(), "value"));
    }

    private static List<ColumnPlan> columns(Table table, List<FieldSource> sources, Predicate<FieldSource> part) {
        return sources.stream()
                .filter(part)
                .map(source -> ColumnPlan.of(source, table))
                .toList();
    }

    private static List<String> names(List<ColumnPlan> columns) {
        return columns.stream().map(ColumnPlan::name).toList();
    }

    private static List<Column> columnsOf(List<ColumnPlan> plans) {
        return plans.stream().map(ColumnPlan::column).toList();
    }
}
