package io.ordersync.connect.sink.write;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.NoSessionException;
import io.ordersync.connect.database.ServerSession;
import io.ordersync.connect.database.Session;
import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.check.RiskLog;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.Rows;
import io.ordersync.connect.sink.plan.TablePlans;
import io.ordersync.connect.sink.position.Claim;
import io.ordersync.connect.sink.position.Position;
import io.ordersync.connect.sink.position.PositionMovedException;
import io.ordersync.connect.sink.position.PositionTable;
import io.ordersync.connect.sink.write.staging.Staging;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Writes batches over a connection that it opens when needed, and repeats a batch at once where that may succeed. */
public final class SinkWriter {

    /**
     * After a longer attempt the partitions may belong to another task, for instance if this process was frozen. The batch
     * is then not repeated before the worker has looked at its group. The session time-out of a group is at least six
     * seconds, unless the broker allows less.
     */
    private static final long LONGEST_REPEATABLE_ATTEMPT = TimeUnit.SECONDS.toNanos(5);

    /** Something to do with a connection, which may be repeated on another one. */
    private interface Attempt<T> {
        T run(Session open) throws SQLException, TableFault, PositionMovedException;
    }

    private final SinkConfig config;
    private final @Nullable PositionTable positions;
    private final DeadLetters deadLetters;
    private final RiskLog risks;
    private final Staging staging;
    private final Map<TableName, TablePlans> plans = new HashMap<>();
    private volatile @Nullable Session session;
    private @Nullable ServerSession lostSession;
    private volatile boolean abandoned;

    /** @param positions null if only Kafka keeps the position */
    public SinkWriter(SinkConfig config, @Nullable PositionTable positions, DeadLetters deadLetters) {
        this.config = config;
        this.positions = positions;
        this.deadLetters = deadLetters;
        this.risks = new RiskLog(config);
        this.staging = new Staging(config);
    }

    /**
     * Writes and commits all records except the refused ones, and moves the position.
     *
     * @throws TableFault if a table cannot be written: nothing is written
     * @throws PositionMovedException if another writer has moved the position: nothing is written
     */
    public WriteResult write(Transaction transaction) throws TableFault, PositionMovedException {
        List<TableName> tables =
                transaction.batches().stream().map(Batch::table).toList();
        return repeat(tables, open -> {
            List<TableWriter> writers = new ArrayList<>();
            for (Batch batch : transaction.batches()) { // a change of a table commits, so it comes before the claims
                writers.add(new TableWriter(open, batch.table(), plan(batch, open), staging));
            }
            return new TransactionWriter(open, writers, positions, transaction.claims(), deadLetters).write();
        });
    }

    /** Returns the stored positions of the connector. */
    public Map<TopicPartition, Position> readPositions() throws TableFault, PositionMovedException {
        PositionTable table = Objects.requireNonNull(positions);
        return repeat(List.of(table.name()), open -> {
            try {
                return table.read(open);
            } finally {
                open.rollback(); // the next transaction must not see the past
            }
        });
    }

    /** Moves positions without writing rows. */
    public Boolean move(List<Claim> claims) throws TableFault, PositionMovedException {
        TableName table = Objects.requireNonNull(positions).name();
        return repeat(List.of(table), open -> {
            new TransactionWriter(open, List.of(), positions, claims, deadLetters).write();
            return true;
        });
    }

    /** @param tables the first one is named if a fault concerns no other */
    private <T> T repeat(List<TableName> tables, Attempt<T> attempt) throws TableFault, PositionMovedException {
        for (int retry = 0; ; retry++) {
            boolean wasConnected = session != null;
            long begin = System.nanoTime();
            try {
                return run(tables.get(0), attempt);
            } catch (TableFault e) {
                Fault fault = Fault.of(e.getCause());
                recover(fault, tables);
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

    private <T> T run(TableName table, Attempt<T> attempt) throws TableFault, PositionMovedException {
        try {
            return attempt.run(session());
        } catch (SQLException e) {
            throw new TableFault(table, e);
        }
    }

    private void recover(Fault fault, List<TableName> tables) {
        if (fault != Fault.DEADLOCK) {
            tables.forEach(plans::remove);
        }
        if (fault == Fault.STALE_TABLE) {
            endTransaction();
        } else if (fault != Fault.DEADLOCK) {
            close();
        }
    }

    private Rows plan(Batch batch, Session open) throws TableFault {
        risks.check(open, batch.table());
        try {
            return Rows.of(batch, plans.computeIfAbsent(batch.table(), table -> new TablePlans(table, config)), open);
        } catch (SQLException e) {
            throw new TableFault(batch.table(), e);
        }
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
