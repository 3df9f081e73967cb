package io.ordersync.connect.sink.table;

import io.ordersync.connect.database.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table with its columns and unique indexes. */
public final class Table {

    private final TableName name;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<UniqueIndex> uniqueIndexes;

    public Table(TableName name, Collection<Column> columns, Collection<UniqueIndex> uniqueIndexes) {
        this.name = name;
        this.uniqueIndexes = List.copyOf(uniqueIndexes);
        columns.forEach(column -> this.columns.put(column.name(), column));
    }

    public TableName name() {
        return name;
    }

    public List<UniqueIndex> uniqueIndexes() {
        return uniqueIndexes;
    }

    /** Returns the column of a field, or null if there is none. Upper and lower case do not matter, as in MariaDB. */
    @Nullable
    public Column column(String field) {
        Column exact = columns.get(field);
        return exact != null ? exact : columnIgnoringCase(field);
    }

    /** Whether the server numbers the rows because no record brings the number. */
    public boolean isNumbered(Collection<Column> written) {
        return columns.values().stream().anyMatch(column -> column.isGenerated() && !written.contains(column));
    }

    private @Nullable Column columnIgnoringCase(String field) {
        List<Column> same = new ArrayList<>(columns.values());
        same.removeIf(column -> !isSame(column.name(), field));
        return same.size() == 1 ? same.get(0) : null;
    }

    /**
     * Compares lower case with lower case and upper case with upper case. So this comparison never takes two names for the
     * same that MariaDB keeps apart, such as {@code i} and {@code ı}.
     */
    private static boolean isSame(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < one.length(); i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b
                    && (Character.toLowerCase(a) != Character.toLowerCase(b)
                            || Character.toUpperCase(a) != Character.toUpperCase(b))) {
                return false;
            }
        }
        return true;
    }
}
