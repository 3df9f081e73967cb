package io.ordersync.connect.source.rows;

import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.config.SourceOptions;
import io.ordersync.connect.source.table.ColumnDefinition;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.table.RowLayout;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns that order the rows, and checks that they can. */
public final class OrderColumns {

    private static final String SAY_SO =
            "; rows without a value are never read, so set validate.non.null=false if that is right";

    private final Relation relation;
    private final SourceConfig config;

    public OrderColumns(Relation relation, SourceConfig config) {
        this.relation = relation;
        this.config = config;
    }

    /** @throws UnreadableTable if a column that the mode needs is missing or has a type without an order */
    public void check(RowLayout layout) throws UnreadableTable {
        if (config.mode().usesIds()) {
            id(layout);
        }
        if (config.mode().usesTimestamps()) {
            times(layout);
        }
    }

    public ColumnDefinition id(RowLayout layout) throws UnreadableTable {
        String option = SourceOptions.INCREMENTING_COLUMN;
        String name = config.ids().column();
        ColumnDefinition column = (name == null ? layout.numberedColumn() : layout.column(name))
                .orElseThrow(() -> name == null
                        ? UnreadableTable.of(option, "must name a column: %s has none with AUTO_INCREMENT", relation)
                        : missing(option, name));
        if (!column.isInteger()) {
            throw UnreadableTable.of(
                    option,
                    "must name a column of integers: '%s' of %s is a %s",
                    column.name(),
                    relation,
                    column.type().toLowerCase(java.util.Locale.ROOT));
        }
        if (config.requiresNonNull() && column.isNullable()) {
            throw UnreadableTable.of(
                    option,
                    "must name a column that is NOT NULL: '%s' of %s is not%s",
                    column.name(),
                    relation,
                    SAY_SO);
        }
        return column;
    }

    public List<ColumnDefinition> times(RowLayout layout) throws UnreadableTable {
        String option = SourceOptions.TIMESTAMP_COLUMNS;
        List<ColumnDefinition> columns = new ArrayList<>();
        for (String name : config.timestamps().columns()) {
            ColumnDefinition column = layout.column(name).orElseThrow(() -> missing(option, name));
            if (!column.isTime()) {
                throw UnreadableTable.of(
                        option,
                        "must name columns of type datetime or timestamp: '%s' of %s is a %s",
                        column.name(),
                        relation,
                        column.type().toLowerCase(java.util.Locale.ROOT));
            }
            columns.add(column);
        }
        if (config.requiresNonNull() && columns.stream().allMatch(ColumnDefinition::isNullable)) {
            throw UnreadableTable.of(
                    option,
                    "must name at least one column that is NOT NULL: %s has none among %s%s",
                    relation,
                    config.timestamps().columns(),
                    SAY_SO);
        }
        if (columns.stream().map(ColumnDefinition::type).distinct().count() > 1 && !isUtc()) {
            throw UnreadableTable.of(
                    option, "must not mix datetime and timestamp columns, unless db.timezone is UTC: %s", relation);
        }
        return columns;
    }

    private UnreadableTable missing(String option, String name) {
        return UnreadableTable.of(
                option,
                "names a column that is missing: %s has no '%s'%s",
                relation,
                name,
                relation.table() == null || config.tables().namesAll()
                        ? ""
                        : "; leave the table out with table.blacklist if it must not be read");
    }

    private boolean isUtc() {
        return config.types().zone().equals(java.time.ZoneOffset.UTC);
    }
}
