package io.ordersync.connect.sink.db;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the database says about a table: its columns, found by a name in any case as MariaDB itself does. */
public final class Table {

    private final TableName name;
    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    public Table(TableName name, Iterable<String> columns) {
        this.name = name;
        columns.forEach(column -> this.columns.put(column, column));
    }

    public TableName name() {
        return name;
    }

    /** The column's own spelling, or null if there is none. */
    @Nullable
    public String column(String field) {
        return columns.get(field);
    }
}
