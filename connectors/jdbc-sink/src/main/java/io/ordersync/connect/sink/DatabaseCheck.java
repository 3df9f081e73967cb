package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.SinkOptions;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.TableEvolution;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries what a configuration asks for: to connect, to log in, and the rights to its tables. */
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

    private void tryRights(Session session, TableName table) throws SQLException {
        List<String> columns = TableEvolution.columns(session, table);
        if (columns.isEmpty() && !config.autoCreate()) {
            return;
        }
        String column = TableName.quote(columns.isEmpty() ? "any" : columns.get(0));
        for (String statement : statements(table.quoted(), column, columns.isEmpty())) {
            attempt(session, statement);
        }
    }

    /**
     * None of them changes anything: to explain a statement takes the same rights as to execute it, and that a definition
     * names a column twice is found after the rights were looked at.
     */
    private List<String> statements(String table, String column, boolean isMissing) {
        List<String> statements = new ArrayList<>();
        if (isMissing) {
            statements.add("CREATE TABLE " + table + " (twice INT, twice INT)");
        }
        if (config.autoEvolve()) {
            statements.add("ALTER TABLE " + table + " ADD COLUMN (twice INT, twice INT)");
        }
        statements.add("EXPLAIN INSERT INTO " + table + " (" + column + ") VALUES (NULL)");
        if (config.insertMode() == InsertMode.UPSERT) {
            statements.add("EXPLAIN UPDATE " + table + " SET " + column + "=" + column + " WHERE FALSE");
        }
        if (config.deleteEnabled()) {
            statements.add("EXPLAIN DELETE FROM " + table + " WHERE " + column + " IS NULL AND FALSE");
        }
        return statements;
    }

    private static void attempt(Session session, String statement) throws SQLException {
        try {
            session.execute(statement);
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                throw e;
            }
            // Refused for another reason, such as a table that is not there yet: the right is.
        }
    }
}
