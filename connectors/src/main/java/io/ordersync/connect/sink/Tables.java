package io.ordersync.connect.sink;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables as they were when last read; forgotten whenever the database says that one has changed. */
final class Tables {

    private static final String COLUMNS = "SELECT column_name FROM information_schema.columns"
            + " WHERE table_schema = COALESCE(?, DATABASE()) AND table_name = ? ORDER BY ordinal_position";

    private final Map<TableName, Table> known = new HashMap<>();

    /** @throws SQLException also if there is no such table: an outage until somebody creates it */
    Table get(Session session, TableName name) throws SQLException {
        Table table = known.get(name);
        if (table == null) {
            table = read(session, name);
            known.put(name, table);
        }
        return table;
    }

    void forget(TableName name) {
        known.remove(name);
    }

    private static Table read(Session session, TableName name) throws SQLException {
        List<String> columns = new ArrayList<>();
        PreparedStatement select = session.statement(COLUMNS);
        select.setString(1, name.database());
        select.setString(2, name.name());
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        if (columns.isEmpty()) {
            throw Fault.noSuchTable(name);
        }
        return new Table(name, columns);
    }
}
