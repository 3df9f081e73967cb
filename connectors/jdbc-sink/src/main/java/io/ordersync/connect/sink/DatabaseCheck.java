package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.SinkOptions;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.TableReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that the sink can connect, can log in and has the rights that its configuration needs. */
final class DatabaseCheck {

    /** The codes of denied access to a server, a database, a table, a column or a command. */
    private static final Set<Integer> DENIED = Set.of(1044, 1045, 1142, 1143, 1227, 1370, 1698);

    /** @param option the option that is wrong */
    record ConfigError(String option, String message) {}

    private final SinkConfig config;

    DatabaseCheck(SinkConfig config) {
        this.config = config;
    }

    Optional<ConfigError> find(List<String> topics) {
        Session session = null;
        try {
            session = Session.open(config.database());
            for (String topic : topics) {
                checkRights(session, config.tables().names().tableOf(topic));
            }
            return Optional.empty();
        } catch (SQLException e) {
            String option = DENIED.contains(e.getErrorCode()) ? SinkOptions.USER : SinkOptions.URL;
            return Optional.of(new ConfigError(
                    option, "does not work at " + config.database().url() + ": " + e.getMessage()));
        } finally {
            if (session != null) {
                session.close();
            }
        }
    }

    private void checkRights(Session session, TableName table) throws SQLException {
        List<Column> columns = TableReader.columns(session, table);
        if (columns.isEmpty() && !config.tables().autoCreate()) {
            return;
        }
        String column =
                TableName.quote(columns.isEmpty() ? "any" : columns.get(0).name());
        for (String statement : statements(table.quoted(), column, columns.isEmpty())) {
            execute(session, statement);
        }
    }

    /**
     * Returns statements that need the rights but change nothing. EXPLAIN needs the same rights as the statement it explains.
     * The server finds a duplicate column only after it has checked the rights.
     */
    private List<String> statements(String table, String column, boolean isMissing) {
        List<String> statements = new ArrayList<>();
        if (isMissing) {
            statements.add("CREATE TABLE " + table + " (twice INT, twice INT)");
        }
        if (config.tables().autoEvolve()) {
            statements.add("ALTER TABLE " + table + " ADD COLUMN (twice INT, twice INT)");
        }
        if (config.writes().insertMode() != InsertMode.UPDATE) {
            statements.add("EXPLAIN INSERT INTO " + table + " (" + column + ") VALUES (NULL)");
        }
        if (config.writes().insertMode() != InsertMode.INSERT) {
            statements.add("EXPLAIN UPDATE " + table + " SET " + column + "=" + column + " WHERE FALSE");
        }
        if (config.writes().deleteEnabled()) {
            statements.add("EXPLAIN DELETE FROM " + table + " WHERE " + column + " IS NULL AND FALSE");
        }
        return statements;
    }

    private static void execute(Session session, String statement) throws SQLException {
        try {
            session.execute(statement);
        } catch (SQLException e) {
            if (DENIED.contains(e.getErrorCode())) {
                throw e;
            }
            // Another error, such as a missing table: the login has the right.
        }
    }
}
