package io.ordersync.connect.sink.write;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.position.Claim;
import io.ordersync.connect.sink.position.PositionMovedException;
import io.ordersync.connect.sink.position.PositionTable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the rows of one or several tables in one transaction. Only this class begins, commits and rolls back. */
final class TransactionWriter {

    private final Session session;
    private final List<TableWriter> tables;
    private final @Nullable PositionTable positions;
    private final List<Claim> claims;
    private final DeadLetters deadLetters;

    /**
     * @param positions null if only Kafka keeps the position
     * @param claims the moves of the position; none without the table
     */
    TransactionWriter(
            Session session,
            List<TableWriter> tables,
            @Nullable PositionTable positions,
            List<Claim> claims,
            DeadLetters deadLetters) {
        this.session = session;
        this.tables = tables;
        this.positions = positions;
        this.claims = claims;
        this.deadLetters = deadLetters;
    }

    /**
     * Writes and commits all rows except the refused ones. With claims, a refused record is among the dead letters before
     * the commit: the position passes no record that is in neither place.
     *
     * @throws TableFault if no row is at fault; nothing is written then
     * @throws PositionMovedException if another writer has moved the position; nothing is written then
     */
    WriteResult write() throws TableFault, PositionMovedException {
        try {
            List<RefusedRecord> refused = writeAll();
            finish(refused);
            return result(refused);
        } catch (TableFault e) {
            rollback(e.getCause());
            throw e;
        } catch (PositionMovedException | RuntimeException e) {
            rollback(e);
            throw e;
        }
    }

    private List<RefusedRecord> writeAll() throws TableFault, PositionMovedException {
        claim();
        try {
            for (TableWriter table : tables) {
                table.writeTogether();
            }
        } catch (TableFault e) {
            if (!Fault.of(e.getCause()).mayBlameRow()) {
                throw e;
            }
            rollback(e.getCause());
            claim();
            for (TableWriter table : tables) {
                table.writeApart();
            }
        }
        List<RefusedRecord> refused = new ArrayList<>();
        tables.forEach(table -> refused.addAll(table.refused()));
        return refused;
    }

    /** The claims come first: a writer that was overtaken stops before it touches a row, and two of them wait in turn. */
    private void claim() throws TableFault, PositionMovedException {
        if (positions == null || claims.isEmpty()) {
            return;
        }
        try {
            positions.claim(session, claims);
        } catch (SQLException e) {
            throw new TableFault(positions.name(), e);
        }
    }

    private void finish(List<RefusedRecord> refused) throws TableFault {
        try {
            if (!claims.isEmpty() && !refused.isEmpty()) {
                deadLetters.send(refused);
            }
            session.commit();
        } catch (SQLException e) {
            throw new TableFault(name(), e);
        }
    }

    /** The table that an error about the whole transaction names. */
    private TableName name() {
        return tables.isEmpty()
                ? Objects.requireNonNull(positions).name()
                : tables.get(0).table();
    }

    /** Also resets the count of stale rows: after a deadlock the next attempt uses the same session. */
    private void rollback(Exception cause) {
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
