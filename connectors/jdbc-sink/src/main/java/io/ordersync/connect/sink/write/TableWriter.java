package io.ordersync.connect.sink.write;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.plan.RefusedRecordException;
import io.ordersync.connect.sink.plan.Row;
import io.ordersync.connect.sink.plan.Rows;
import io.ordersync.connect.sink.plan.WritePlan;
import io.ordersync.connect.sink.write.staging.StagedRows;
import io.ordersync.connect.sink.write.staging.Staging;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one table within a transaction, and isolates those that the database refuses. */
final class TableWriter {

    private static final int FEW = 4;

    /** Reads and resets the count of rows that the upserts of this session have left alone. */
    private static final String TAKE_STALE = "SELECT @order_sync_stale, @order_sync_stale := 0";

    private final Session session;
    private final TableName table;
    private final Rows rows;
    private final List<Statement> statements = new ArrayList<>();
    private final List<RefusedRecord> refused = new ArrayList<>();
    private RowCounts counts = RowCounts.NONE;

    /**
     * Rows that share a statement.
     *
     * @param staged the same rows, or null if they are sent in the statement
     */
    private record Statement(List<Row> rows, @Nullable StagedRows staged) {}

    /**
     * Prepares the rows outside a transaction.
     *
     * @throws SQLException if the connection is lost
     */
    TableWriter(Session session, TableName table, Rows rows, Staging staging) throws SQLException {
        this.session = session;
        this.table = table;
        this.rows = rows;
        for (List<Row> sameStatement : rows.inFewStatements()) {
            statements.add(new Statement(sameStatement, staging.stage(session, sameStatement)));
        }
    }

    TableName table() {
        return table;
    }

    RowCounts counts() {
        return counts;
    }

    /** The records that became no rows, and those that the database has refused. */
    List<RefusedRecord> refused() {
        List<RefusedRecord> all = new ArrayList<>(rows.refused());
        all.addAll(refused);
        return all;
    }

    /**
     * Writes all rows in few statements.
     *
     * @throws TableFault also if a row may be at fault: roll back, and let each table be written apart
     */
    void writeTogether() throws TableFault {
        try {
            for (Statement statement : statements) {
                execute(statement);
            }
        } catch (SQLException e) {
            throw new TableFault(table, e);
        }
    }

    /**
     * Writes all rows except those that the database refuses. A refused record must not replace an earlier good record of its
     * key, so all rows are written, in order.
     *
     * @throws TableFault if no row is at fault
     */
    void writeApart() throws TableFault {
        counts = RowCounts.NONE;
        try {
            writeByHalves(rows.inOrder());
        } catch (SQLException e) {
            throw new TableFault(table, e);
        }
    }

    private void writeByHalves(List<Row> rows) throws SQLException {
        if (rows.size() <= FEW) {
            for (Row row : rows) {
                writeAlone(row);
            }
            return;
        }
        Savepoint before = session.savepoint();
        RowCounts countsBefore = counts;
        try {
            for (List<Row> run : Rows.runsOf(rows)) {
                execute(run);
            }
        } catch (SQLException e) {
            if (!Fault.of(e).mayBlameRow()) {
                throw e;
            }
            session.rollbackTo(before);
            counts = countsBefore;
            takeStale(session);
            writeByHalves(rows.subList(0, rows.size() / 2));
            writeByHalves(rows.subList(rows.size() / 2, rows.size()));
        }
    }

    /** The savepoint shows whether an unknown error has ended the transaction, with the rows written so far. */
    private void writeAlone(Row row) throws SQLException {
        Savepoint before = session.savepoint();
        try {
            executeTogether(row.plan(), List.of(row));
        } catch (SQLException e) {
            Fault fault = Fault.of(e);
            if (!fault.mayBlameRow()) {
                throw e;
            }
            session.rollbackTo(before);
            takeStale(session);
            if (fault == Fault.UNKNOWN) {
                requireWritable(row, e);
            }
            refused.add(new RefusedRecord(
                    row.record(),
                    RefusedRecordException.byDatabase(
                            row.record(), table, row.plan().columnNames(), e)));
        }
    }

    /** An unknown error is the fault of the row only if the same statement without a row works. */
    private void requireWritable(Row row, SQLException cause) throws SQLException {
        try {
            session.execute(row.plan().withoutRow(table));
        } catch (SQLException e) {
            cause.addSuppressed(e);
            throw cause;
        }
    }

    private void execute(Statement statement) throws SQLException {
        List<Row> sent = statement.rows();
        if (statement.staged() != null && statement.staged().write()) {
            counts = counts.plusUpserts(sent.size(), countStale(sent.get(0).plan()))
                    .plusStaged(sent.size());
        } else {
            execute(sent);
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
            counts = plan.isDelete() ? counts.plusDeletes(affected) : counts.plusUpserts(rows.size(), countStale(plan));
        } finally {
            statement.clearBatch();
        }
    }

    private long countStale(WritePlan plan) throws SQLException {
        return plan.isVersioned() ? takeStale(session) : 0;
    }

    /** Reads a variable of the session, which a rollback does not reset. */
    static long takeStale(Session session) throws SQLException {
        try (ResultSet count = session.statement(TAKE_STALE).executeQuery()) {
            count.next();
            return count.getLong(1);
        }
    }
}
