package io.ordersync.connect.source.ids;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.table.RowLayout;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that read a table by its ids. An id is a number, so it is part of the statement's text. */
record IdQueries(Relation relation, String suffix, RowLayout layout, String column, IdType type) {

    /** How many ranges one statement asks for. */
    private static final int RANGES = 100;

    /**
     * Returns the statement for the rows above an id in the order of their ids.
     *
     * @param highest null for all rows
     * @param limit the clause that limits the rows
     */
    String above(@Nullable Long highest, String limit) {
        String condition = highest == null ? " IS NOT NULL" : " > " + type.text(highest);
        return select() + " WHERE " + quoted() + condition + " ORDER BY " + quoted() + limit + " " + suffix;
    }

    /** Returns the statement for the rows with these ids. */
    String rows(List<Long> ids) {
        String list = ids.stream().map(type::text).collect(Collectors.joining(", "));
        return select() + " WHERE " + quoted() + " IN (" + list + ") ORDER BY " + quoted() + " " + suffix;
    }

    /** Reads the rows of a statement that ends with the id. */
    List<IdRow> read(Session session, String sql) throws SQLException {
        List<IdRow> page = new ArrayList<>();
        try (ResultSet rows = session.statement(sql).executeQuery()) {
            while (rows.next()) {
                page.add(new IdRow(type.parse(rows.getString(layout.size() + 1)), layout.read(rows)));
            }
        }
        return page;
    }

    private String select() {
        return "SELECT " + layout.selection() + ", " + quoted() + " FROM " + relation.from();
    }

    String quoted() {
        return TableName.quote(column);
    }

    /** Returns the ids of rows that are in one of the runs, at most a number of them. */
    List<Long> find(Session session, Gaps gaps, List<GapRun> runs, int most) throws SQLException {
        List<Long> found = new ArrayList<>();
        for (List<GapRun> part : parts(ranges(runs))) {
            // Each row of a range is missing, so the limit does not hide any.
            find(session, where(part) + " LIMIT " + (most - found.size()), gaps, found, most);
        }
        for (GapRun run : runs) {
            if (run.count() > 1) {
                find(session, where(List.of(run)), gaps, found, most);
            }
        }
        return found;
    }

    private void find(Session session, String where, Gaps gaps, List<Long> found, int most) throws SQLException {
        if (found.size() >= most) {
            return;
        }
        try (ResultSet ids = session.statement("SELECT " + quoted() + where).executeQuery()) {
            while (ids.next() && found.size() < most) {
                long id = type.parse(ids.getString(1));
                if (gaps.contains(id)) {
                    found.add(id);
                }
            }
        }
    }

    /** Returns the parts of the runs between whose ends there are rows. */
    List<GapRun> bounds(Session session, Gaps gaps, List<GapRun> runs, long since) throws SQLException {
        List<GapRun> bounds = new ArrayList<>();
        for (List<GapRun> part : parts(ranges(runs))) {
            String sql = part.stream()
                    .map(run -> "SELECT MIN(" + quoted() + "), MAX(" + quoted() + ") FROM " + relation.from()
                            + " WHERE " + range(run))
                    .collect(Collectors.joining(" UNION ALL "));
            try (ResultSet ends = session.statement(sql).executeQuery()) {
                while (ends.next()) {
                    if (ends.getString(1) != null) {
                        bounds.add(GapRun.range(type.parse(ends.getString(1)), type.parse(ends.getString(2)), since));
                    }
                }
            }
        }
        List<GapRun> repeated = runs.stream().filter(run -> run.count() > 1).toList();
        find(session, gaps, repeated, Integer.MAX_VALUE).forEach(id -> bounds.add(GapRun.range(id, id, since)));
        return bounds;
    }

    private static List<GapRun> ranges(List<GapRun> runs) {
        return runs.stream().filter(run -> run.count() == 1).toList();
    }

    private static List<List<GapRun>> parts(List<GapRun> runs) {
        List<List<GapRun>> parts = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += RANGES) {
            parts.add(runs.subList(i, Math.min(runs.size(), i + RANGES)));
        }
        return parts;
    }

    private String where(List<GapRun> runs) {
        String ranges = runs.stream().map(this::range).collect(Collectors.joining(" OR "));
        return " FROM " + relation.from() + " WHERE " + ranges + " ORDER BY " + quoted();
    }

    private String range(GapRun run) {
        return quoted() + " BETWEEN " + type.text(run.first()) + " AND " + type.text(run.end());
    }
}
