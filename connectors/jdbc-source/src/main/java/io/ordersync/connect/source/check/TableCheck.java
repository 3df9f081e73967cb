package io.ordersync.connect.source.check;

import io.ordersync.connect.database.Refusal;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.validation.DatabaseCheck.Questions;
import io.ordersync.connect.database.validation.Finding;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.config.SourceOptions;
import io.ordersync.connect.source.rows.OrderColumns;
import io.ordersync.connect.source.rows.UnreadableTable;
import io.ordersync.connect.source.table.LayoutReader;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.table.TableDiscovery;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Checks that the source can read its tables in the mode of its configuration. */
public record TableCheck(SourceConfig config) implements Questions {

    private static final int NO_SUCH_TABLE = 1146;

    @Override
    public void ask(Session session, Consumer<Finding> findings) throws SQLException {
        List<Relation> relations = new TableDiscovery(config).find(session);
        if (relations.isEmpty()) {
            findings.accept(Finding.warning(
                    SourceOptions.TABLE_WHITELIST,
                    "There is no table yet that the configuration describes. The tasks search for it."));
        }
        for (Relation relation : relations) {
            check(session, relation, findings);
        }
    }

    private void check(Session session, Relation relation, Consumer<Finding> findings) throws SQLException {
        try {
            new OrderColumns(relation, config).check(new LayoutReader(relation, config.types()).read(session));
        } catch (UnreadableTable e) {
            findings.accept(Finding.error(e.option(), e.reason()));
        } catch (SQLException e) {
            if (Refusal.isOfLogin(e) || !Refusal.isAnswer(e)) {
                throw e;
            }
            findings.accept(answer(relation, e));
        }
        session.rollback();
    }

    private static Finding answer(Relation relation, SQLException e) {
        if (relation.table() == null) {
            return Finding.error(SourceOptions.QUERY, "cannot be read: " + e.getMessage());
        }
        String sentence = e.getErrorCode() == NO_SUCH_TABLE
                ? relation + " does not exist yet. Its task waits for it."
                : relation + " cannot be read: " + e.getMessage() + ". Its task waits until it can.";
        return Finding.warning(SourceOptions.TABLE_WHITELIST, sentence);
    }
}
