package io.ordersync.connect.sink.position;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.Table;
import io.ordersync.connect.sink.table.TableRisks;
import io.ordersync.connect.sink.table.UniqueIndex;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a table can hold positions. */
final class PositionTableShape {

    private static final Set<String> TEXTS = Set.of("varchar", "char");
    private static final Set<String> KEY = Set.of("connector", "topic", "topic_partition");
    private static final int LONGEST_ID = 22;

    private PositionTableShape() {}

    /** Returns what is wrong, each a clause about the table; empty if the table fits. */
    static List<String> problems(Session session, Table table) throws SQLException {
        List<String> problems = new ArrayList<>();
        check(problems, table, "connector", TEXTS, 1);
        check(problems, table, "topic", TEXTS, 1);
        check(problems, table, "topic_partition", Set.of("int", "bigint"), 0);
        check(problems, table, "topic_id", TEXTS, LONGEST_ID);
        check(problems, table, "next_offset", Set.of("bigint"), 0);
        if (table.uniqueIndexes().stream().noneMatch(PositionTableShape::isKey)) {
            problems.add("has no primary key of connector, topic and topic_partition");
        }
        if (TableRisks.ofEngine(session, table.name()).isPresent()) {
            problems.add("has a storage engine without transactions");
        }
        return problems;
    }

    private static void check(List<String> problems, Table table, String name, Set<String> types, int length) {
        Column column = table.column(name);
        if (column == null) {
            problems.add("has no column " + name);
        } else if (!types.contains(column.type()) || column.length() < length) {
            problems.add("has the column %s of type %s".formatted(name, column.definition()));
        }
    }

    private static boolean isKey(UniqueIndex index) {
        return index.columns().stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet())
                .equals(KEY);
    }
}
