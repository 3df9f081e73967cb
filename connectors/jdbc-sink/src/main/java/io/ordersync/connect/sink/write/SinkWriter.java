package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.check.RiskLog;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.db.NoSessionException;
import io.ordersync.connect.sink.db.ServerSession;
import io.ordersync.connect.sink.db.Session;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.Rows;
import io.ordersync.connect.sink.plan.TablePlans;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes batches over a connection that it opens when needed, and repeats a batch at once where that may succeed. */
public final class SinkWriter {

    /**
     * After a longer attempt the partitions may belong to another task, for instance if this process was frozen. The batch
     * is then not repeated before the worker has looked at its group. The session time-out of a group is at least six
     * seconds, unless the broker allows less.
     */
    private static final long LONGEST_REPEATABLE_ATTEMPT = TimeUnit.SECONDS.toNanos(5);

    private final SinkConfig config;
    private final RiskLog risks;
    private final Map<TableName, TablePlans> plans = new HashMap<>();
    private volatile @Nullable Session session;
    private @Nullable ServerSession lostSession;
    private volatile boolean abandoned;

    public SinkWriter(SinkConfig config) {
        this.config = config;
        this.risks = new RiskLog(config);
    }

    /**
     * Writes and commits all records except the refused ones.
     *
     * @throws TableFault if a table cannot be written: nothing is written
     */
    public WriteResult write(Transaction transaction) throws TableFault {
        for (int retry = 0; ; retry++) {
            boolean wasConnected = session != null;
            long begin = System.nanoTime();
            try {
                return attempt(transaction);
            } catch (TableFault e) {
                Fault fault = Fault.of(e.getCause());
                recover(fault, transaction);
                boolean isHopeless = retry >= fault.immediateRetries() || (fault == Fault.CONNECTION && !wasConnected);
                if (abandoned || isHopeless || System.nanoTime() - begin > LONGEST_REPEATABLE_ATTEMPT) {
                    if (fault != Fault.STALE_TABLE) {
                        close();
                    }
                    throw e;
                }
            }
        }
    }

    private void recover(Fault fault, Transaction transaction) {
        if (fault != Fault.DEADLOCK) {
            transaction.batches().forEach(batch -> plans.remove(batch.table()));
        }
        if (fault == Fault.STALE_TABLE) {
            endTransaction();
        } else if (fault != Fault.DEADLOCK) {
            close();
        }
    }

    /** Plans everything first: a change of a table commits. */
    private WriteResult attempt(Transaction transaction) throws TableFault {
        TableName table = transaction.batches().get(0).table();
        try {
            Session open = session();
            List<TableWriter> tables = new ArrayList<>();
            for (Batch batch : transaction.batches()) {
                table = batch.table();
                tables.add(new TableWriter(open, table, plan(batch, open)));
            }
            return new TransactionWriter(open, tables).write();
        } catch (SQLException e) {
            throw new TableFault(table, e);
        }
    }

    private Rows plan(Batch batch, Session open) throws SQLException {
        risks.check(open, batch.table());
        return Rows.of(batch, plans.computeIfAbsent(batch.table(), table -> new TablePlans(table, config)), open);
    }

    private Session session() throws SQLException {
        Session open = session;
        if (open == null || !open.isUsable()) {
            close();
            open = connect();
            session = open;
        }
        if (lostSession != null) {
            open.kill(lostSession);
            lostSession = null;
        }
        if (abandoned) {
            close();
            throw new SQLNonTransientConnectionException("abandoned", "08003");
        }
        return open;
    }

    private Session connect() throws NoSessionException {
        try {
            return Session.open(config.database());
        } catch (SQLException e) {
            throw new NoSessionException(e);
        }
    }

    /** Keeps the connection: other tables can perhaps be written. */
    private void endTransaction() {
        Session open = session;
        try {
            if (open != null) {
                open.rollback();
            }
        } catch (SQLException e) {
            close(); // the connection is lost
        }
    }

    private void close() {
        Session open = session;
        session = null;
        if (open != null) {
            lostSession = lostSession == null ? open.serverSession() : lostSession;
            open.close();
        }
    }

    /** Closes the connection for good, from any thread; the server rolls back an open transaction. */
    public void abandon() {
        abandoned = true;
        Session open = session;
        session = null;
        if (open != null) {
            open.abandon();
        }
    }
}
