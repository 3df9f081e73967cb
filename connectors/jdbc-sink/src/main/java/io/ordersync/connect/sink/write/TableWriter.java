package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.plan.RefusedRecordException;
import io.ordersync.connect.sink.plan.Row;
import io.ordersync.connect.sink.plan.Rows;
import io.ordersync.connect.sink.plan.WritePlan;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** Writes one batch in one transaction and isolates the rows that the database refuses. */
final class TableWriter {

    private static final int FEW = 4;

    /** Reads and resets the count of rows that the upserts of this session have left alone. */
    private static final String TAKE_STALE = "SELECT @order_sync_stale, @order_sync_stale := 0";

    private final Session session;
    private final TableName table;
    private RowCounts counts = RowCounts.NONE;

    TableWriter(Session session, TableName table) {
        this.session = session;
        this.table = table;
    }

    /**
     * Writes and commits all records except the refused ones.
     *
     * @throws SQLException if no row is at fault; nothing of the batch is written then
     */
    WriteResult write(Rows rows) throws SQLException {
        List<RefusedRecord> refused = new ArrayList<>(rows.refused());
        try {
            for (List<Row> sameStatement : rows.lastPerKey()) {
                execute(sameStatement);
            }
        } catch (SQLException e) {
            rollback(e);
            if (Fault.of(e) != Fault.ROW) {
                throw e;
            }
            // A refused record must not replace an earlier good record of its key. So all rows are written, in order.
            counts = RowCounts.NONE;
            writeByHalves(rows.inOrder(), refused);
        }
        session.commit();
        return counts.result(refused);
    }

    /** Also resets the count of stale rows: after a deadlock the next attempt uses the same session. */
    private void rollback(SQLException cause) {
        try {
            session.rollback();
            takeStale();
        } catch (SQLException e) {
            // The connection is lost, and the transaction and the count with it.
            cause.addSuppressed(e);
        }
    }

    private void writeByHalves(List<Row> rows, List<RefusedRecord> refused) throws SQLException {
        if (rows.size() <= FEW) {
            for (Row row : rows) {
                writeAlone(row, refused);
            }
            return;
        }
        Savepoint before = session.savepoint();
        RowCounts countsBefore = counts;
        try {
            executeInOrder(rows);
        } catch (SQLException e) {
            if (Fault.of(e) != Fault.ROW) {
                throw e;
            }
            session.rollbackTo(before);
            counts = countsBefore;
            takeStale();
            writeByHalves(rows.subList(0, rows.size() / 2), refused);
            writeByHalves(rows.subList(rows.size() / 2, rows.size()), refused);
        }
    }

    /** Needs no savepoint: a single row that is refused changes nothing. */
    private void writeAlone(Row row, List<RefusedRecord> refused) throws SQLException {
        try {
            executeTogether(row.plan(), List.of(row));
        } catch (SQLException e) {
            if (Fault.of(e) != Fault.ROW) {
                throw e;
            }
            takeStale();
            refused.add(new RefusedRecord(row.record(), RefusedRecordException.byDatabase(row.record(), table, e)));
        }
    }

    private void executeInOrder(List<Row> rows) throws SQLException {
        int from = 0;
        for (int to = 1; to <= rows.size(); to++) {
            if (to == rows.size() || rows.get(to).plan() != rows.get(from).plan()) {
                execute(rows.subList(from, to));
                from = to;
            }
        }
    }

    /** Writes rows of one plan in as few statements as the server's limit for a statement allows. */
    private void execute(List<Row> rows) throws SQLException {
        WritePlan plan = rows.get(0).plan();
        long limit = session.largestRow(plan.sql());
        long size = 0;
        int from = 0;
        for (int to = 0; to < rows.size(); to++) {
            size += rows.get(to).size();
            if (size > limit && to > from) {
                executeTogether(plan, rows.subList(from, to));
                from = to;
                size = rows.get(to).size();
            }
        }
        executeTogether(plan, rows.subList(from, rows.size()));
    }

    private void executeTogether(WritePlan plan, List<Row> rows) throws SQLException {
        PreparedStatement statement = session.statement(plan.sql());
        try {
            for (Row row : rows) {
                plan.bind(statement, row);
                statement.addBatch();
            }
            int[] affected = statement.executeBatch();
            counts = plan.isDelete()
                    ? counts.plusDeletes(affected)
                    : counts.plusUpserts(rows.size(), plan.isVersioned() ? takeStale() : 0);
        } finally {
            statement.clearBatch();
        }
    }

    /** Reads a variable of the session, which a rollback does not reset. */
    private long takeStale() throws SQLException {
        try (ResultSet count = session.statement(TAKE_STALE).executeQuery()) {
            count.next();
            return count.getLong(1);
        }
    }
}
