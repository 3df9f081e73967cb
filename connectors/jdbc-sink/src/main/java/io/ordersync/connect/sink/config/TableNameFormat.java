package io.ordersync.connect.sink.config;

import io.ordersync.connect.sink.db.TableName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps topics to tables. A dot of the format separates database and table; a dot of a topic is part of the table's name. */
public final class TableNameFormat {

    private static final String TOPIC = "${topic}";

    private final @Nullable String database;
    private final String name;
    private final Map<String, TableName> tables = new HashMap<>();

    TableNameFormat(String format) {
        int dot = format.indexOf('.');
        this.database = dot < 0 ? null : format.substring(0, dot);
        this.name = format.substring(dot + 1);
        if (name.isBlank() || (database != null && database.isBlank())) {
            throw new IllegalArgumentException("must name a table, such as ${topic} or database.${topic}");
        }
    }

    boolean namesDatabase() {
        return database != null;
    }

    public TableName tableOf(String topic) {
        return tables.computeIfAbsent(
                topic,
                t -> new TableName(database == null ? null : database.replace(TOPIC, t), name.replace(TOPIC, t)));
    }
}
