package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.VersionField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that write and delete rows. */
final class Sql {

    /** The stored version; evaluating it counts one more row that is newer than its record. */
    private static final String COUNTED = "IF((@order_sync_stale := @order_sync_stale + 1) IS NULL,%s,%s)";

    private Sql() {}

    static String insert(TableName table, List<String> columns) {
        return "INSERT INTO " + table.quoted() + " (" + list(columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(",")) + ")";
    }

    /**
     * An upsert. With a version column it changes only rows that are not newer than the record, or only older rows if
     * equal versions keep the row; a row without a version counts as older. MariaDB assigns from left to right. The version is assigned last, so that every comparison sees the
     * stored version.
     */
    static String upsert(TableName table, List<String> keys, List<String> values, @Nullable VersionField version) {
        List<String> columns = new ArrayList<>(keys);
        columns.addAll(values);
        return insert(table, columns) + update(TableName::quote, keys, values, version);
    }

    /** The end of an upsert whose rows another table holds: its columns might have the same names. */
    static String qualifiedUpdate(
            TableName table, List<String> keys, List<String> values, @Nullable VersionField version) {
        String qualifier = TableName.quote(table.name()) + ".";
        return update(column -> qualifier + TableName.quote(column), keys, values, version);
    }

    private static String update(
            UnaryOperator<String> name, List<String> keys, List<String> values, @Nullable VersionField version) {
        List<String> updated =
                values.stream().filter(column -> !isVersion(column, version)).collect(Collectors.toList());
        if (version != null) {
            updated.add(version.name());
        }
        String assignments = updated.isEmpty()
                ? assignment(name, keys.get(0), null)
                : updated.stream()
                        .map(column -> assignment(name, column, version))
                        .collect(Collectors.joining(","));
        return " ON DUPLICATE KEY UPDATE " + assignments;
    }

    /** An update of the row with the key. Its parameters are the values, then the keys. */
    static String update(TableName table, List<String> keys, List<String> values) {
        String key = TableName.quote(keys.get(0));
        String assignments = values.isEmpty()
                ? key + "=" + key
                : values.stream().map(column -> TableName.quote(column) + "=?").collect(Collectors.joining(","));
        return "UPDATE " + table.quoted() + " SET " + assignments + " WHERE " + condition(keys);
    }

    /** A delete. With a version column it deletes only a row that is not newer than the tombstone. */
    static String delete(TableName table, List<String> keys, @Nullable String version) {
        String guard = version == null
                ? ""
                : " AND (" + TableName.quote(version) + " IS NULL OR " + TableName.quote(version) + "<=?)";
        return "DELETE FROM " + table.quoted() + " WHERE " + condition(keys) + guard;
    }

    private static String condition(List<String> keys) {
        return keys.stream().map(key -> TableName.quote(key) + "=?").collect(Collectors.joining(" AND "));
    }

    private static String assignment(UnaryOperator<String> naming, String column, @Nullable VersionField version) {
        String name = naming.apply(column);
        if (version == null) {
            return name + "=VALUES(" + name + ")";
        }
        String stored = naming.apply(version.name());
        String older = version.keepsTies() ? "<=" : "<";
        String kept = isVersion(column, version) ? COUNTED.formatted(stored, stored) : name;
        return name + "=IF(VALUES(" + stored + ")" + older + stored + "," + kept + ",VALUES(" + name + "))";
    }

    private static boolean isVersion(String column, @Nullable VersionField version) {
        return version != null && version.name().equals(column);
    }

    static String list(List<String> columns) {
        return columns.stream().map(TableName::quote).collect(Collectors.joining(","));
    }
}
