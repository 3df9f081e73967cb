package io.ordersync.connect.sink.check;

import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.database.validation.DatabaseCheck.Questions;
import io.ordersync.connect.database.validation.Finding;
import io.ordersync.connect.sink.config.InsertMode;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.table.Column;
import io.ordersync.connect.sink.table.TableReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Checks that the login has the rights that the configuration needs, and finds tables that are risky to write. */
public record RightsCheck(SinkConfig config, List<String> topics) implements Questions {

    @Override
    public void ask(Session session, Consumer<Finding> findings) throws SQLException {
        new PositionCheck(config).find(session).ifPresent(findings);
        for (String topic : topics) {
            TableName table = config.tables().names().tableOf(topic);
            checkRights(session, table);
            new RiskCheck(config)
                    .find(session, table, TableReader.read(session, table))
                    .forEach(findings);
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
            if (Refusal.isOfLogin(e) || !Refusal.isAnswer(e)) {
                throw e;
            }
            // Another error, such as a missing table: the login has the right.
        }
    }
}
