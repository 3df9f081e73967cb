package io.ordersync.connect.source.table;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.config.SourceConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is read: a table, or the result of a query.
 *
 * @param table null for a query
 * @param from the part of a statement behind FROM
 * @param partition its name in the offsets of the connector
 */
public record Relation(
        @Nullable TableName table, String from, String topic, String schemaName, Map<String, String> partition) {

    public static final String QUERY = "query";
    public static final String TABLE = "table";
    public static final String DATABASE = "database";

    /**
     * @param name the table, with its database if it is not that of the connection
     * @param database the database of the table
     */
    public static Relation table(TableName name, String database, SourceConfig config) {
        return new Relation(
                name, name.quoted(), config.topicPrefix() + name.name(), name.name(), partition(database, name.name()));
    }

    /**
     * The names in one order, which is also that of the worker's own maps. Connect finds an offset by the bytes of its
     * partition, and the order of {@link Map#of} changes with each start of a worker.
     */
    private static Map<String, String> partition(String database, String table) {
        Map<String, String> partition = new LinkedHashMap<>();
        partition.put(DATABASE, database);
        partition.put(TABLE, table);
        return Collections.unmodifiableMap(partition);
    }

    public static Relation query(SourceConfig config) {
        String query = config.query().strip().replaceAll("[;\\s]+$", "");
        return new Relation(
                null, "(" + query + "\n) AS `query`", config.topicPrefix(), config.topicPrefix(), Map.of(QUERY, QUERY));
    }

    /** Returns its name for logs and errors. */
    @Override
    public String toString() {
        return table == null ? "The query" : "Table " + partition.get(DATABASE) + "." + table.name();
    }
}
