package io.ordersync.connect.sink.db;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A table and its columns. Upper and lower case in column names do not matter, as in MariaDB. */
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

    /** Returns the name as the table spells it, or null if there is no such column. */
    @Nullable
    public String column(String field) {
        return columns.get(field);
    }
}
