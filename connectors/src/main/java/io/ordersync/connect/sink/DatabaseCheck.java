package io.ordersync.connect.sink;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries what a configuration asks for: to connect, to log in, and to write the tables that exist already. */
final class DatabaseCheck {

    /** Access denied: to the server, a database, a command on a table, a column, or a table without any right. */
    private static final Set<Integer> DENIED = Set.of(1044, 1045, 1142, 1143, 1227, 1370, 1698);

    /** @param option the option at fault */
    record Complaint(String option, String why) {}

    private final SinkConfig config;

    DatabaseCheck(SinkConfig config) {
        this.config = config;
    }

    Optional<Complaint> of(List<String> topics) {
        Session session = null;
        try {
            session = Session.open(config.url(), config.user(), config.password());
            for (String topic : topics) {
                tryRights(session, config.tables().tableOf(topic));
            }
            return Optional.empty();
        } catch (SQLException e) {
            String option = DENIED.contains(e.getErrorCode()) ? SinkOptions.USER : SinkOptions.URL;
            return Optional.of(new Complaint(option, "does not work at " + config.url() + ": " + e.getMessage()));
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }

    /** To explain a statement takes the same rights as to execute it. */
    private void tryRights(Session session, TableName table) throws SQLException {
        List<String> columns = TableChanges.columns(session, table);
        if (columns.isEmpty()) {
            return;
        }
        String column = TableName.quote(columns.get(0));
        List<String> statements = new ArrayList<>();
        statements.add("INSERT INTO " + table.quoted() + " (" + column + ") VALUES (NULL)");
        if (config.insertMode() == InsertMode.UPSERT) {
            statements.add("UPDATE " + table.quoted() + " SET " + column + "=" + column + " WHERE FALSE");
        }
        if (config.deleteEnabled()) {
            statements.add("DELETE FROM " + table.quoted() + " WHERE " + column + " IS NULL AND FALSE");
        }
        for (String statement : statements) {
            explain(session, statement);
        }
    }

    private static void explain(Session session, String statement) throws SQLException {
        try {
            session.execute("EXPLAIN " + statement);
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                throw e;
            }
            // Refused for another reason, such as a column without default: the right is there.
        }
    }
}
