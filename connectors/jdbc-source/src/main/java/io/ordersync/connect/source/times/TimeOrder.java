package io.ordersync.connect.source.times;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.table.ColumnDefinition;
import io.ordersync.connect.source.table.KeyColumn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which rows are read: by their times, rows of one time by their keys.
 *
 * @param key empty if the rows of one time have no order; they are read at once then
 */
record TimeOrder(List<ColumnDefinition> times, List<KeyColumn> key) {

    /** Returns the expression for the time of a row. */
    String time() {
        String columns =
                times.stream().map(column -> TableName.quote(column.name())).collect(Collectors.joining(", "));
        return times.size() == 1 ? columns : "COALESCE(" + columns + ")";
    }

    /** Returns the expressions that identify a row, as texts. */
    String identity() {
        return Stream.concat(
                        Stream.of("CAST(" + time() + " AS CHAR(32))"),
                        key.stream().map(KeyColumn::text))
                .collect(Collectors.joining(", "));
    }

    int identitySize() {
        return 1 + key.size();
    }

    /** Returns the condition for the rows behind a position; the parameters are those of {@link TimeQueries#bind}. */
    String behind(TimePosition position) {
        if (position.time() == null) {
            return "";
        }
        if (position.key().size() < key.size() || key.isEmpty()) {
            return " AND " + time() + (key.isEmpty() ? " > ?" : " >= ?");
        }
        return " AND " + time() + " >= ? AND (" + time() + " > ? OR " + behindKey(0) + ")";
    }

    private String behindKey(int index) {
        KeyColumn column = key.get(index);
        String greater = column.quoted() + " > " + column.parameter();
        return index == key.size() - 1
                ? greater
                : "(" + greater + " OR (" + column.quoted() + " = " + column.parameter() + " AND "
                        + behindKey(index + 1) + "))";
    }

    /** Returns the end of a statement that reads one row more than a page, or all rows with the identity of the last one. */
    String limit(int rows, boolean readsTies) {
        String columns = Stream.concat(Stream.of(time()), key.stream().map(KeyColumn::quoted))
                .collect(Collectors.joining(", "));
        return " ORDER BY " + columns
                + (readsTies ? " FETCH FIRST " + rows + " ROWS WITH TIES" : " LIMIT " + (rows + 1));
    }

    int digits() {
        return times.stream().mapToInt(ColumnDefinition::scale).min().orElse(0);
    }
}
