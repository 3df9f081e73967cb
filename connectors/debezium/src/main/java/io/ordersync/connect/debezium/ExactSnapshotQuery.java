package io.ordersync.connect.debezium;

import static java.util.stream.Collectors.joining;

import io.debezium.bean.StandardBeanNames;
import io.debezium.bean.spi.BeanRegistry;
import io.debezium.bean.spi.BeanRegistryAware;
import io.debezium.relational.RelationalDatabaseSchema;
import io.debezium.snapshot.spi.SnapshotQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query of a snapshot: all rows of a table, with all digits of a {@code float}, and with the year 0. Asked for a float
 * as such, the server writes six digits, and for a {@code double(20,4)} four decimals; the driver takes a year for a date and
 * fails at the year 0.
 */
public final class ExactSnapshotQuery implements SnapshotQuery, BeanRegistryAware {

    static final String NAME = "exact";

    private static final char QUOTE = '`';

    private static final Pattern APPROXIMATE = Pattern.compile("(?i)(FLOAT|DOUBLE|REAL).*");

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
        Map<String, String> types = types(table);
        return Optional.of(columns.stream()
                .map(column -> types.containsKey(column)
                        ? "CAST(%1$s AS %2$s) AS %1$s".formatted(column, types.get(column))
                        : column)
                .collect(joining(", ", "SELECT ", " FROM " + table)));
    }

    /** The types to which columns are converted, by the quoted names of the columns. */
    private Map<String, String> types(String quotedTable) {
        RelationalDatabaseSchema schema =
                beans.lookupByName(StandardBeanNames.DATABASE_SCHEMA, RelationalDatabaseSchema.class);
        Map<String, String> types = new HashMap<>();
        schema.tableIds().stream()
                .filter(id -> id.toQuotedString(QUOTE).equals(quotedTable))
                .map(schema::tableFor)
                .flatMap(table -> table.columns().stream())
                .forEach(column -> {
                    boolean isYear = column.typeName().equalsIgnoreCase("YEAR");
                    if (isYear || APPROXIMATE.matcher(column.typeName()).matches()) {
                        String quoted = QUOTE + column.name().replace("`", "``") + QUOTE;
                        types.put(quoted, isYear ? "SIGNED" : "DOUBLE");
                    }
                });
        return types;
    }
}
