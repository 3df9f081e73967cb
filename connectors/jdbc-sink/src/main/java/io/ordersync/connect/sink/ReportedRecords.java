package io.ordersync.connect.sink;

import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.write.DeadLetters;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Reports refused records to Connect, which writes them to the dead-letter topic, and remembers them until the commit. */
final class ReportedRecords implements DeadLetters {

    /** The database ends a transaction that is idle for longer than 10 seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SinkTaskContext context;
    private final Map<SinkRecord, Future<Void>> reported = new IdentityHashMap<>();

    ReportedRecords(SinkTaskContext context) {
        this.context = context;
    }

    @Override
    public synchronized void send(List<RefusedRecord> refused) throws SQLException {
        for (RefusedRecord record : refused) {
            if (!reported.containsKey(record.record())) {
                reported.put(record.record(), report(record));
            }
        }
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (RefusedRecord record : refused) {
            await(record, deadline - System.nanoTime());
        }
    }

    private void await(RefusedRecord record, long nanos) throws SQLException {
        try {
            reported.get(record.record()).get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unsafe("the task was stopped", e);
        } catch (TimeoutException e) {
            throw unsafe("the brokers have not answered", e);
        } catch (ExecutionException | CancellationException e) {
            reported.remove(record.record());
            throw unsafe(String.valueOf(e.getMessage()), e);
        }
    }

    private static SQLException unsafe(String why, Exception cause) {
        return new SQLTransientException("a dead letter is not written yet: " + why, "70000", cause);
    }

    /** Reports a record that no position waits for. */
    Future<Void> report(RefusedRecord refused) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        if (reporter == null) {
            throw refused.reason();
        }
        try {
            Future<Void> report = reporter.report(refused.record(), refused.reason());
            return report == null ? CompletableFuture.completedFuture(null) : report;
        } catch (ConnectException e) { // errors.tolerance=none: the task fails, with the reason first
            refused.reason().addSuppressed(e);
            throw refused.reason();
        }
    }

    /** Forgets the records of a transaction that is committed, or whose records will be read again. */
    synchronized void forget() {
        reported.clear();
    }
}
