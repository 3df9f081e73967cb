package io.ordersync.connect.source.table;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.config.TypeConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** The columns of a table at one time, and the schema of its records. */
public final class RowLayout {

    private final List<ColumnDefinition> columns;
    private final List<FieldType> types;
    private final Schema schema;

    RowLayout(String name, List<ColumnDefinition> columns, TypeConfig config) {
        this.columns = columns;
        this.types =
                columns.stream().map(column -> FieldTypes.of(column, config)).toList();
        SchemaBuilder struct = SchemaBuilder.struct().name(name);
        IntStream.range(0, columns.size())
                .forEach(i -> struct.field(columns.get(i).name(), field(i)));
        this.schema = struct.build();
    }

    private Schema field(int i) {
        SchemaBuilder builder = types.get(i).schema();
        return columns.get(i).isNullable() ? builder.optional().build() : builder.build();
    }

    boolean hasColumns(List<ColumnDefinition> others) {
        return columns.equals(others);
    }

    /** Returns the column of this name, in upper or lower case; an exact match is preferred. */
    public Optional<ColumnDefinition> column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> columns.stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst());
    }

    /** Returns the column in which the server numbers the rows. */
    public Optional<ColumnDefinition> numberedColumn() {
        return columns.stream().filter(ColumnDefinition::isNumbered).findFirst();
    }

    public int size() {
        return columns.size();
    }

    /** Returns what a statement selects, in the order of the fields. */
    public String selection() {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> {
                    String name = TableName.quote(columns.get(i).name());
                    String cast = types.get(i).cast();
                    return cast.isEmpty() ? name : "CAST(" + name + " AS " + cast + ") AS " + name;
                })
                .collect(Collectors.joining(", "));
    }

    /** Returns the current row of a result that begins with the selected columns. */
    public Struct read(ResultSet row) throws SQLException {
        Struct value = new Struct(schema);
        List<Field> fields = schema.fields();
        for (int i = 0; i < fields.size(); i++) {
            value.put(fields.get(i), types.get(i).reader().read(row, i + 1));
        }
        return value;
    }
}
