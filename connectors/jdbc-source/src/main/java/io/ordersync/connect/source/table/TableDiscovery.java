package io.ordersync.connect.source.table;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.config.TableSelection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds what a configuration wants to have read: the tables that it names, existing or not, and those that it describes. */
public record TableDiscovery(SourceConfig config) {

    private static final String TABLES = "SELECT table_name FROM information_schema.tables"
            + " WHERE table_schema = ? AND (table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') OR (? AND table_type = 'VIEW'))"
            + " ORDER BY table_name";

    public List<Relation> find(Session session) throws SQLException {
        if (config.query() != null) {
            return List.of(Relation.query(config));
        }
        String own = database(session);
        Set<Relation> all = new LinkedHashSet<>();
        for (TableName table : config.tables().named()) {
            all.add(relation(table.database() == null ? new TableName(own, table.name()) : table, own));
        }
        if (!config.tables().namesAll()) {
            Set<String> databases = new LinkedHashSet<>(List.of(own));
            databases.addAll(config.tables().databases());
            for (String database : databases) {
                all.addAll(search(session, database, own));
            }
        }
        return List.copyOf(all);
    }

    private List<Relation> search(Session session, String database, String own) throws SQLException {
        TableSelection tables = config.tables();
        PreparedStatement select = session.statement(TABLES);
        select.setString(1, database);
        select.setBoolean(2, tables.includesViews());
        List<Relation> found = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                TableName table = new TableName(database, rows.getString(1));
                if (tables.includes(table, database.equals(own))) {
                    found.add(relation(table, own));
                }
            }
        }
        return found;
    }

    private Relation relation(TableName table, String own) {
        boolean isOwn = table.database().equals(own);
        return Relation.table(isOwn ? new TableName(null, table.name()) : table, table.database(), config);
    }

    private static String database(Session session) throws SQLException {
        try (ResultSet row = session.statement("SELECT DATABASE()").executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
