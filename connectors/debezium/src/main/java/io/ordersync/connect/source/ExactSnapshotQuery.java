package io.ordersync.connect.source;

import static java.util.stream.Collectors.joining;

import io.debezium.bean.StandardBeanNames;
import io.debezium.bean.spi.BeanRegistry;
import io.debezium.bean.spi.BeanRegistryAware;
import io.debezium.relational.RelationalDatabaseSchema;
import io.debezium.snapshot.spi.SnapshotQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a snapshot: all rows of a table, with all digits of a {@code float}. Asked for a float as such, the server
 * writes six digits.
 */
public final class ExactSnapshotQuery implements SnapshotQuery, BeanRegistryAware {

    static final String NAME = "exact";

    private static final char QUOTE = '`';

    private @Nullable BeanRegistry beans;

    /** For Debezium. */
    public ExactSnapshotQuery() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> options) {}

    @Override
    public void injectBeanRegistry(BeanRegistry registry) {
        beans = registry;
    }

    /**
     * @param table the quoted name
     * @param columns the quoted names, or an asterisk
     */
    @Override
    public Optional<String> snapshotQuery(String table, List<String> columns) {
        Set<String> floats = floats(table);
        return Optional.of(columns.stream()
                .map(column -> floats.contains(column) ? "CAST(%1$s AS DOUBLE) AS %1$s".formatted(column) : column)
                .collect(joining(", ", "SELECT ", " FROM " + table)));
    }

    private Set<String> floats(String quotedTable) {
        RelationalDatabaseSchema schema =
                beans.lookupByName(StandardBeanNames.DATABASE_SCHEMA, RelationalDatabaseSchema.class);
        return schema.tableIds().stream()
                .filter(id -> id.toQuotedString(QUOTE).equals(quotedTable))
                .map(schema::tableFor)
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.typeName().toUpperCase(Locale.ROOT).startsWith("FLOAT"))
                .map(column -> QUOTE + column.name().replace("`", "``") + QUOTE)
                .collect(Collectors.toSet());
    }
}
