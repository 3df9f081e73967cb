package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.type.StagingType;
import io.ordersync.connect.sink.type.TabSeparatedText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A statement that inserts the rows of a staging table, whose columns are named by their place: {@code c0}, {@code c1} … */
public final class StagedInsert {

    /** The column that holds the place of a row within its batch. */
    public static final String PLACE = "place";

    private final TableName table;
    private final List<ColumnPlan> columns;
    private final String onDuplicateKey;
    private final @Nullable String obstacle;

    /** @param onDuplicateKey the end of the statement; empty for plain inserts */
    StagedInsert(Table table, List<ColumnPlan> columns, String onDuplicateKey) {
        this.table = table.name();
        this.columns = columns;
        this.onDuplicateKey = onDuplicateKey;
        this.obstacle = obstacle(table, columns);
    }

    /** An {@code INSERT … SELECT} reserves more numbers than it needs. */
    private static @Nullable String obstacle(Table table, List<ColumnPlan> columns) {
        if (table.isNumbered(columns.stream().map(ColumnPlan::column).toList())) {
            return "the server numbers its rows";
        }
        return columns.stream()
                .filter(column -> column.staging() == null)
                .findFirst()
                .map(column -> "the values for column " + column.name() + " of type "
                        + column.column().definition() + " cannot be staged")
                .orElse(null);
    }

    /** Why the rows cannot be staged, or null if they can. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    public TableName table() {
        return table;
    }

    /** The types of the columns of the staging table. */
    public List<StagingType> types() {
        return columns.stream().map(ColumnPlan::staging).toList();
    }

    /** @param isOrdered whether the rows must be inserted in their order, which the column {@link #PLACE} holds */
    public String sql(TableName staging, boolean isOrdered) {
        String from = TableName.quote(staging.name()) + ".";
        String values =
                IntStream.range(0, columns.size()).mapToObj(i -> from + "c" + i).collect(Collectors.joining(","));
        return "INSERT INTO " + table.quoted() + " ("
                + Sql.list(columns.stream().map(ColumnPlan::name).toList()) + ") SELECT " + values + " FROM "
                + staging.quoted() + (isOrdered ? " ORDER BY " + from + PLACE : "") + onDuplicateKey;
    }

    /** Whether a later row may update an earlier one. */
    public boolean needsOrder(List<Row> rows) {
        if (onDuplicateKey.isEmpty()) {
            return false;
        }
        Set<Object> keys = new HashSet<>();
        return rows.stream().anyMatch(row -> row.key() == null || !keys.add(row.key()));
    }

    /**
     * Appends the values of a row.
     *
     * @param widths the greatest width of the values of each column so far
     * @return false if the staging table does not hold a value exactly
     */
    public boolean append(Row row, TabSeparatedText text, int[] widths) {
        @Nullable Object[] values = row.values();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                text.appendNull();
                continue;
            }
            StagingType type = columns.get(i).staging();
            widths[i] = Math.max(widths[i], type.width(value));
            if (!type.append(value, text)) {
                return false;
            }
        }
        text.endRow();
        return true;
    }
}
