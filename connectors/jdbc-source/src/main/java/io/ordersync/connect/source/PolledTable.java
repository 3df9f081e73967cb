package io.ordersync.connect.source;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.Page;
import io.ordersync.connect.source.rows.RowReader;
import io.ordersync.connect.source.table.Relation;
import java.sql.SQLException;
import java.time.Duration;

/** A table with its reader, and the time of its next read. */
final class PolledTable {

    private final Relation relation;
    private final RowReader reader;
    private final TaskOutage outage;
    private final Duration interval;
    private long due = System.nanoTime();
    private boolean isRepeated;
    private boolean isInProgress;

    PolledTable(Relation relation, RowReader reader, TaskOutage outage, Duration interval) {
        this.relation = relation;
        this.reader = reader;
        this.outage = outage;
        this.interval = interval;
    }

    Relation relation() {
        return relation;
    }

    /** Whether a read has returned a part of the rows, so that the next part comes before other tables. */
    boolean isInProgress() {
        return isInProgress;
    }

    /** Returns how long to wait for the next read, in nanoseconds; zero or less if it may begin now. */
    long remainingPause() {
        return Math.max(due - System.nanoTime(), outage.remainingPause());
    }

    /**
     * Reads the next rows.
     *
     * @throws SQLException if no table can be read; an error of this table is logged instead
     */
    Page read(Session session) throws SQLException {
        long begin = System.nanoTime();
        try {
            Page page = reader.read(session);
            session.rollback();
            outage.ended();
            isRepeated = false;
            isInProgress = !page.isLast();
            due = page.isLast() ? begin + interval.toNanos() : begin;
            return page;
        } catch (SQLException e) {
            isInProgress = false;
            if (Fault.affectsServer(e)) {
                throw e;
            }
            session.rollback();
            failed(e);
            return Page.EMPTY;
        }
    }

    /** A table that has just been changed is read again at once. */
    private void failed(SQLException e) {
        boolean isChange = Fault.of(e) == Fault.STALE_TABLE && !isRepeated && !outage.isOngoing();
        isRepeated = true;
        if (!isChange) {
            outage.failed(e);
        }
    }

    /** Reads the table from its first row again, if it is in mode bulk. */
    void restart() {
        reader.close();
        isInProgress = false;
        due = System.nanoTime();
    }

    void close() {
        reader.close();
    }
}
