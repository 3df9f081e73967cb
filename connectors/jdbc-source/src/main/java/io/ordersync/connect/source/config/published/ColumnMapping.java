package io.ordersync.connect.source.config.published;

import io.ordersync.connect.database.options.Effect;
import io.ordersync.connect.database.options.PublishedOption;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An option that names columns by patterns of tables, such as {@code .*orders:[updated_at|created_at]}. */
final class ColumnMapping {

    private static final String INSTEAD = "use one connector for each of these column lists.";

    private ColumnMapping() {}

    /** @param target the option that names the columns of all tables */
    static PublishedOption of(String name, String target) {
        return new PublishedOption(
                name,
                "pattern:columns, with the same columns for all patterns",
                "the same as " + target,
                "The tables are those of table.include.list. Other values are refused: " + INSTEAD,
                (value, all) -> effect(value, target));
    }

    private static Effect effect(String value, String target) {
        if (value.isEmpty()) {
            return Effect.options(Map.of());
        }
        Set<String> columns = Stream.of(value.split(",(?![^\\[]*])"))
                .map(mapping -> mapping.substring(mapping.lastIndexOf(':') + 1).replaceAll("[\\[\\]\\s]", ""))
                .collect(Collectors.toSet());
        return columns.size() == 1
                ? Effect.options(Map.of(target, columns.iterator().next().replace('|', ',')))
                : Effect.refused(INSTEAD);
    }
}
