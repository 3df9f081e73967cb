package io.ordersync.connect.sink.config;

import io.ordersync.connect.database.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps topics to tables. A dot of the format separates database and table; a dot of a topic is part of the table's name. */
public final class TableNameFormat {

    private static final String TOPIC = "${topic}";
    private static final String TOPIC_WITHOUT_DOTS = "${topic_}";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?!topic_?})");
    private static final String UNUSUAL = "[^a-zA-Z0-9_]";

    private final @Nullable String database;
    private final String name;
    private final boolean isNormalized;
    private final Map<String, TableName> tables = new HashMap<>();

    TableNameFormat(String format) {
        this(format, false, List.of());
    }

    /**
     * @param isNormalized whether unusual characters become underscores
     * @param mapping the tables of single topics, as {@code topic:table}
     */
    TableNameFormat(String format, boolean isNormalized, List<String> mapping) {
        int dot = isNormalized ? -1 : format.indexOf('.');
        this.database = dot < 0 ? null : format.substring(0, dot);
        this.name = format.substring(dot + 1);
        this.isNormalized = isNormalized;
        if (name.isBlank() || (database != null && database.isBlank())) {
            throw new IllegalArgumentException("must name a table, such as ${topic} or database.${topic}");
        }
        if (PLACEHOLDER.matcher(format).find()) {
            throw new IllegalArgumentException("may contain no placeholder but ${topic} and ${topic_}");
        }
        mapping(mapping).forEach((topic, table) -> tables.put(topic, new TableNameFormat(table).tableOf(topic)));
    }

    /** @throws IllegalArgumentException if an entry is not {@code topic:table} */
    static Map<String, String> mapping(List<String> entries) {
        Map<String, String> mapping = new HashMap<>();
        for (String entry : entries) {
            int colon = entry.indexOf(':');
            if (colon <= 0 || entry.substring(colon + 1).isBlank()) {
                throw new IllegalArgumentException("must be a list of topic:table");
            }
            mapping.put(
                    entry.substring(0, colon).strip(),
                    entry.substring(colon + 1).strip());
        }
        return mapping;
    }

    /**
     * Returns the table that a text without placeholders names.
     *
     * @throws IllegalArgumentException if it names none
     */
    static TableName parse(String table) {
        if (table.contains(TOPIC) || table.contains(TOPIC_WITHOUT_DOTS)) {
            throw new IllegalArgumentException("must name one table for all topics");
        }
        return new TableNameFormat(table).tableOf("");
    }

    boolean namesDatabase() {
        return database != null;
    }

    public TableName tableOf(String topic) {
        return tables.computeIfAbsent(topic, t -> {
            UnaryOperator<String> fill =
                    text -> text.replace(TOPIC, t).replace(TOPIC_WITHOUT_DOTS, t.replace('.', '_'));
            String table = fill.apply(name);
            return new TableName(
                    database == null ? null : fill.apply(database),
                    isNormalized ? table.replaceAll(UNUSUAL, "_") : table);
        });
    }
}
