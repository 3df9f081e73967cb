package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.type.ColumnType;
import io.ordersync.connect.sink.type.FieldSource;
import io.ordersync.connect.sink.type.Literal;
import io.ordersync.connect.sink.type.UnstorableRecordException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;

/** The statements that create tables and add columns. */
final class Ddl {

    private static final int LONGEST_NAME = 64;

    private Ddl() {}

    static String create(TableName table, List<FieldSource> sources) {
        List<FieldSource> keys = sources.stream().filter(FieldSource::isKey).toList();
        Stream<String> columns =
                sources.stream().map(source -> source.isKey() ? key(source, keys.size()) : column(source));
        String primaryKey = keys.stream()
                .map(source -> TableName.quote(source.field()))
                .collect(Collectors.joining(",", "PRIMARY KEY (", ")"));
        return "CREATE TABLE IF NOT EXISTS " + table.quoted()
                + (keys.isEmpty() ? columns : Stream.concat(columns, Stream.of(primaryKey)))
                        .collect(Collectors.joining(", ", " (", ")"))
                + " DEFAULT CHARACTER SET utf8mb4";
    }

    static String add(TableName table, List<FieldSource> sources) {
        return "ALTER TABLE " + table.quoted() + " "
                + sources.stream()
                        .map(source -> "ADD COLUMN IF NOT EXISTS " + column(source))
                        .collect(Collectors.joining(", "));
    }

    /** Whether existing rows would have a value in the new column: null, or the default of the field. */
    static boolean canBeAdded(FieldSource source) {
        return !source.isKey()
                && (source.schema().isOptional() || source.schema().defaultValue() != null);
    }

    private static String key(FieldSource source, int keys) {
        return name(source) + " " + ColumnType.chooseForKey(source, keys) + " NOT NULL";
    }

    private static String column(FieldSource source) {
        Schema schema = source.schema();
        String nullable = schema.isOptional() ? " NULL" : " NOT NULL";
        Object defaultValue = schema.defaultValue();
        return name(source) + " " + ColumnType.choose(source) + nullable
                + (defaultValue == null ? "" : " DEFAULT " + Literal.render(schema, defaultValue));
    }

    private static String name(FieldSource source) {
        if (source.field().length() > LONGEST_NAME || source.field().isBlank()) {
            throw UnstorableRecordException.noColumnName(source.field());
        }
        return TableName.quote(source.field());
    }
}
