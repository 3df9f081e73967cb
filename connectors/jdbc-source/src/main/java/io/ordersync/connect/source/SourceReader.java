package io.ordersync.connect.source;

import io.ordersync.connect.database.DatabaseConfig;
import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.NoSessionException;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.rows.Page;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a task one after the other over one connection, and waits while the database is away. */
final class SourceReader {

    /** The worker's thread asks for results this often. */
    static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final DatabaseConfig database;
    private final TaskTables tables;
    private final TaskOutage outage;
    private final SourceMetrics metrics;
    private final SessionNotes notes;
    private final boolean isTransactionPerTable;
    private volatile @Nullable Session session;
    private volatile boolean isAbandoned;
    private boolean isReconnected;
    private boolean isTorn;

    /** @param isTransactionPerTable whether the worker sends a whole table of mode bulk, or no row of it */
    SourceReader(
            DatabaseConfig database,
            TaskTables tables,
            TaskOutage outage,
            SourceMetrics metrics,
            SessionNotes notes,
            boolean isTransactionPerTable) {
        this.database = database;
        this.tables = tables;
        this.outage = outage;
        this.metrics = metrics;
        this.notes = notes;
        this.isTransactionPerTable = isTransactionPerTable;
    }

    /** Reads the next rows; returns no rows if none are due within a short time, or if they cannot be read. */
    Page read() throws InterruptedException {
        if (outage.remainingPause() > 0) {
            return await(outage.remainingPause());
        }
        try {
            Session open = session();
            tables.search(open);
            Optional<PolledTable> next = tables.next();
            long pause = next.map(PolledTable::remainingPause).orElse(LONGEST_WAIT.toNanos());
            if (pause > 0) {
                outage.ended();
                return await(pause);
            }
            return read(next.orElseThrow(), open);
        } catch (SQLException e) {
            failed(e);
            return Page.EMPTY;
        }
    }

    private Page read(PolledTable table, Session open) throws SQLException {
        long begin = System.nanoTime();
        Page page = readAndNoteTear(table, open);
        metrics.recordRead(page.records().size(), Duration.ofNanos(System.nanoTime() - begin));
        outage.ended();
        isReconnected = false;
        return isTorn && !page.records().isEmpty() ? discarded(page, table) : page;
    }

    /** The transaction holds the first rows of a table if the read of the next ones fails. */
    private Page readAndNoteTear(PolledTable table, Session open) throws SQLException {
        boolean isContinued = isTransactionPerTable && table.isInProgress();
        Page page = Page.EMPTY;
        try {
            page = table.read(open);
        } finally {
            isTorn |= isContinued && page.records().isEmpty();
        }
        return page;
    }

    /** A worker aborts a transaction only together with new records. So these are read again in the next transaction. */
    private Page discarded(Page page, PolledTable table) {
        isTorn = false;
        table.restart();
        return new Page(page.records(), false, true);
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open != null && open.isUsable()) {
            return open;
        }
        discard();
        try {
            open = Session.open(database);
        } catch (SQLException e) {
            throw new NoSessionException(e);
        }
        session = open;
        if (isAbandoned) {
            discard();
        }
        notes.log(open);
        return open;
    }

    /** A connection that has died in idle is replaced at once, without a warning. */
    private void failed(SQLException e) {
        discard();
        boolean isFirst = Fault.of(e) == Fault.CONNECTION && !(e instanceof NoSessionException) && !isReconnected;
        isReconnected = true;
        if (!isAbandoned && !isFirst) {
            outage.failed(e);
        }
    }

    private void discard() {
        Session open = session;
        session = null;
        if (open != null) {
            open.abandon();
        }
    }

    private static Page await(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(Math.min(nanos, LONGEST_WAIT.toNanos()));
        return Page.EMPTY;
    }

    /** Ends the current statement; any thread may call it. Nothing can be read afterwards. */
    void abandon() {
        isAbandoned = true;
        discard();
        tables.close();
    }
}
