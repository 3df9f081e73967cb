package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.db.ServerSession;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.Rows;
import io.ordersync.connect.sink.plan.TablePlans;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes batches over a connection that it opens when needed, and sends a batch again when that promises success. */
public final class SinkWriter {

    /**
     * After a longer attempt its partitions may have moved, as when this process was frozen: the worker has to be asked
     * first. A group's session time-out is at least six seconds, unless the broker says otherwise.
     */
    private static final long STILL_OURS = TimeUnit.SECONDS.toNanos(5);

    private final SinkConfig config;
    private final Map<TableName, TablePlans> plans = new HashMap<>();
    private volatile @Nullable Session session;
    private @Nullable ServerSession unended;
    private volatile boolean abandoned;

    public SinkWriter(SinkConfig config) {
        this.config = config;
    }

    /**
     * Returns when everything but the refused records is committed.
     *
     * @throws SQLException if the surroundings are at fault: nothing is written, and the connection is closed
     */
    public WriteResult write(Batch batch) throws SQLException {
        for (int retry = 0; ; retry++) {
            boolean connected = session != null;
            long begin = System.nanoTime();
            try {
                return attempt(batch);
            } catch (SQLException e) {
                Fault fault = Fault.of(e);
                if (fault != Fault.DEADLOCK) {
                    forget(batch.table());
                }
                boolean unlikely = retry >= fault.retriesAtOnce() || (fault == Fault.CONNECTION && !connected);
                if (abandoned || unlikely || System.nanoTime() - begin > STILL_OURS) {
                    close();
                    throw e;
                }
            }
        }
    }

    private WriteResult attempt(Batch batch) throws SQLException {
        Session open = session();
        TablePlans known = plans.computeIfAbsent(batch.table(), table -> new TablePlans(table, config));
        return new TableWriter(open, batch.table()).write(Rows.of(batch, known, open));
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null || !open.isUsable()) {
            close();
            open = Session.open(config.url(), config.user(), config.password());
            session = open;
        }
        if (unended != null) {
            open.end(unended);
            unended = null;
        }
        if (abandoned) {
            close();
            throw new SQLNonTransientConnectionException("abandoned", "08003");
        }
        return open;
    }

    private void forget(TableName table) {
        plans.remove(table);
        close();
    }

    private void close() {
        Session open = session;
        session = null;
        if (open != null) {
            unended = unended == null ? open.onServer() : unended;
            open.close();
        }
    }

    /** Ends the connection, and the writer with it, from any thread; the server rolls back what is not committed. */
    public void abandon() {
        abandoned = true;
        Session open = session;
        session = null;
        if (open != null) {
            open.abandon();
        }
    }
}
