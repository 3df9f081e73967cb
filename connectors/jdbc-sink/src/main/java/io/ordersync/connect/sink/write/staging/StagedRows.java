package io.ordersync.connect.sink.write.staging;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.sink.type.TabSeparatedText;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rows of one plan that are ready to be loaded and inserted. */
public final class StagedRows {

    private static final Logger log = LoggerFactory.getLogger(StagedRows.class);

    private final Session session;
    private final StagingTable table;
    private final TabSeparatedText text;
    private final int rows;
    private final String insert;
    private final Suspension suspension;

    StagedRows(
            Session session,
            StagingTable table,
            TabSeparatedText text,
            int rows,
            String insert,
            Suspension suspension) {
        this.session = session;
        this.table = table;
        this.text = text;
        this.rows = rows;
        this.insert = insert;
        this.suspension = suspension;
    }

    /**
     * Writes the rows as part of a transaction.
     *
     * @return false if the rows cannot be staged: nothing is written
     * @throws SQLException if the target table cannot be written, or a row is at fault
     */
    public boolean write() throws SQLException {
        if (!load()) {
            suspension.failed();
            return false;
        }
        try {
            session.execute(insert);
        } catch (SQLException e) {
            suspension.failed();
            throw e;
        }
        suspension.succeeded();
        clear();
        return true;
    }

    /** Rows that remain are deleted before the next load. */
    private void clear() throws SQLException {
        try {
            table.clear(session);
        } catch (SQLException e) {
            if (Fault.affectsServer(e)) {
                throw e;
            }
            log.debug("The temporary table cannot be emptied", e);
        }
    }

    /** The temporary table has no part in the transaction, so an error leaves the transaction as it was. */
    private boolean load() throws SQLException {
        try {
            return table.load(session, text, rows);
        } catch (SQLException e) {
            if (Fault.affectsServer(e)) {
                throw e;
            }
            log.debug("The rows cannot be staged", e);
            return false;
        }
    }
}
