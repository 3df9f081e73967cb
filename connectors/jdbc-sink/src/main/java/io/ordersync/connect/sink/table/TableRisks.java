package io.ordersync.connect.sink.table;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Sentences about tables that the sink can write, but not as safely as others: what may happen, and what to do. */
public final class TableRisks {

    private TableRisks() {}

    /** Warns about a storage engine without transactions. */
    public static Optional<String> ofEngine(Session session, TableName name) throws SQLException {
        return TableReader.engineWithoutTransactions(session, name)
                .map(engine ->
                        ("Table %s has the storage engine %s, which has no transactions. A batch that fails stays"
                                        + " in the table in part, and its repetition may write rows twice or send them to the dead"
                                        + " letters. Convert it: ALTER TABLE %s ENGINE=InnoDB.")
                                .formatted(name, engine, name.quoted()));
    }

    /** Warns about the storage engine of tables that the sink creates. */
    public static Optional<String> ofNewTable(Session session, TableName name) throws SQLException {
        return TableReader.defaultEngineWithoutTransactions(session)
                .map(engine ->
                        ("Table %s does not exist, and the server creates tables with the storage engine %s, which has"
                                        + " no transactions. A batch that fails would stay in the table in part. Create the table"
                                        + " with ENGINE=InnoDB, or change default_storage_engine.")
                                .formatted(name, engine));
    }

    /**
     * Warns about unique indexes that make an upsert find another row than the one with the key, or none.
     *
     * @param keys the columns by which the sink finds a row; empty if only the records name them
     */
    public static List<String> ofUpserts(Table table, List<String> keys) {
        List<UniqueIndex> indexes = table.uniqueIndexes();
        Set<String> key = ignoringCase(keys.isEmpty() ? primaryKey(indexes) : keys);
        if (indexes.isEmpty() || (!key.isEmpty() && indexes.stream().noneMatch(index -> isOn(index, key)))) {
            return List.of(noIndex(table, key));
        }
        return indexes.stream()
                .filter(index -> !isOn(index, key) && !containsAll(index, key) && !isNumbered(index, table))
                .filter(index -> !key.isEmpty() || indexes.size() > 1)
                .map(index -> secondIndex(table, index, key))
                .toList();
    }

    private static List<String> primaryKey(List<UniqueIndex> indexes) {
        return indexes.stream()
                .filter(index -> index.name().equals("PRIMARY"))
                .findFirst()
                .map(UniqueIndex::columns)
                .orElse(List.of());
    }

    private static Set<String> ignoringCase(List<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(names);
        return set;
    }

    private static boolean isOn(UniqueIndex index, Set<String> key) {
        return !index.isPartial() && key.equals(ignoringCase(index.columns()));
    }

    /** Whether rows that are the same in this index are the same in the index of the key, too. */
    private static boolean containsAll(UniqueIndex index, Set<String> key) {
        return !key.isEmpty()
                && !index.isPartial()
                && ignoringCase(index.columns()).containsAll(key);
    }

    /** Whether the server numbers the rows in this index, so that a new row is never the same as another. */
    private static boolean isNumbered(UniqueIndex index, Table table) {
        return index.columns().stream().map(table::column).anyMatch(column -> column != null && column.isGenerated());
    }

    private static String noIndex(Table table, Set<String> key) {
        return ("Table %s has no unique index over exactly its key%s, so an upsert finds no row and adds one each time. Add"
                        + " it: ALTER TABLE %s ADD PRIMARY KEY (%s).")
                .formatted(
                        table.name(),
                        key.isEmpty() ? "" : " (" + String.join(", ", key) + ")",
                        table.name().quoted(),
                        key.isEmpty() ? "…" : quoted(key));
    }

    private static String secondIndex(Table table, UniqueIndex index, Set<String> key) {
        String name = TableName.quote(index.name());
        return ("Table %s has the unique index %s (%s) beside its key%s. MariaDB's upsert reacts to every unique index, so a"
                        + " record may overwrite the row of another key. Make it an ordinary index: ALTER TABLE %s DROP INDEX"
                        + " %s, ADD INDEX %s (%s).")
                .formatted(
                        table.name(),
                        index.name(),
                        String.join(", ", index.columns()),
                        key.isEmpty() ? "" : " (" + String.join(", ", key) + ")",
                        table.name().quoted(),
                        name,
                        name,
                        quoted(index.columns()));
    }

    private static String quoted(Collection<String> columns) {
        return columns.stream().map(TableName::quote).collect(Collectors.joining(", "));
    }
}
