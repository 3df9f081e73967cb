package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.plan.RefusedRecord;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes the rows of one or several tables in one transaction. Only this class begins, commits and rolls back. */
final class TransactionWriter {

    private final Session session;
    private final List<TableWriter> tables;

    TransactionWriter(Session session, List<TableWriter> tables) {
        this.session = session;
        this.tables = tables;
    }

    /**
     * Writes and commits all rows except the refused ones.
     *
     * @throws TableFault if no row is at fault; nothing is written then
     */
    WriteResult write() throws TableFault {
        try {
            List<RefusedRecord> refused = writeAll();
            commit();
            return result(refused);
        } catch (TableFault e) {
            rollback(e.getCause());
            throw e;
        }
    }

    private List<RefusedRecord> writeAll() throws TableFault {
        try {
            for (TableWriter table : tables) {
                table.writeTogether();
            }
        } catch (TableFault e) {
            if (!Fault.of(e.getCause()).mayBlameRow()) {
                throw e;
            }
            rollback(e.getCause());
            for (TableWriter table : tables) {
                table.writeApart();
            }
        }
        List<RefusedRecord> refused = new ArrayList<>();
        tables.forEach(table -> refused.addAll(table.refused()));
        return refused;
    }

    private void commit() throws TableFault {
        try {
            session.commit();
        } catch (SQLException e) {
            throw new TableFault(tables.get(0).table(), e);
        }
    }

    /** Also resets the count of stale rows: after a deadlock the next attempt uses the same session. */
    private void rollback(SQLException cause) {
        try {
            session.rollback();
            TableWriter.takeStale(session);
        } catch (SQLException e) {
            // The connection is lost, and the transaction and the count with it.
            cause.addSuppressed(e);
        }
    }

    private WriteResult result(List<RefusedRecord> refused) {
        RowCounts counts = RowCounts.NONE;
        for (TableWriter table : tables) {
            counts = counts.plus(table.counts());
        }
        return counts.result(refused);
    }
}
