package io.ordersync.connect.sink.check;

import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.validation.Finding;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.config.SinkOptions;
import io.ordersync.connect.sink.position.PositionTable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Checks that the sink can keep its position in the table that offsets.table names. */
record PositionCheck(SinkConfig config) {

    /** Returns what is wrong, or nothing if only Kafka keeps the position. */
    Optional<Finding> find(Session session) throws SQLException {
        if (!config.offsets().isEnabled()) {
            return Optional.empty();
        }
        PositionTable table = new PositionTable(config);
        if (!table.exists(session)) {
            return findMissing(session, table);
        }
        List<String> problems = table.problems(session);
        if (!problems.isEmpty()) {
            return Optional.of(Finding.error(
                    SinkOptions.OFFSETS_TABLE,
                    "names a table that cannot keep the position: it %s. Its definition is: %s"
                            .formatted(String.join(", it ", problems), table.definition())));
        }
        return isAllowed(session, table.rightsProbes())
                ? Optional.empty()
                : Optional.of(Finding.error(
                        SinkOptions.OFFSETS_TABLE,
                        "names a table that the login may not read and write. Allow it: " + table.grant()));
    }

    /** A migration may be about to create the table, so this is no error. */
    private Optional<Finding> findMissing(Session session, PositionTable table) throws SQLException {
        return isAllowed(session, List.of("CREATE TABLE " + table.name().quoted() + " (twice INT, twice INT)"))
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        SinkOptions.OFFSETS_TABLE,
                        "Table %s does not exist or the login has no right to it, and the login may not create it. The tasks wait for it: %s; %s"
                                .formatted(table.name(), table.definition(), table.grant())));
    }

    private static boolean isAllowed(Session session, List<String> statements) throws SQLException {
        for (String statement : statements) {
            try {
                session.execute(statement);
            } catch (SQLException e) {
                if (Refusal.isOfLogin(e)) {
                    return false;
                }
                if (!Refusal.isAnswer(e)) {
                    throw e;
                }
                // Another error, such as a duplicate column: the login has the right.
            }
        }
        return true;
    }
}
