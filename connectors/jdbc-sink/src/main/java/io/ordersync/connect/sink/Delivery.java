package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Fault;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.plan.RefusedRecordException;
import io.ordersync.connect.sink.type.ErrorText;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.TableFault;
import io.ordersync.connect.sink.write.Transaction;
import io.ordersync.connect.sink.write.WriteResult;
import io.ordersync.outage.WaitingNote;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to the database, however long that takes. Keeps the records that cannot be written yet, pauses their
 * partitions and asks the worker to call again. The records of other tables are written meanwhile.
 */
final class Delivery {

    /** How long one call may take. Stops and rebalances wait at most this long. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final SinkConfig config;
    private final SinkTaskContext context;
    private final Backlog backlog;
    private final Outage serverOutage;
    private final OutageTime outageTime = new OutageTime(Clock.systemUTC());
    private final Pauses pauses;
    private final SinkMetrics metrics;
    private BackgroundWriter writer;
    private @Nullable TableQueue writing;
    private long writingSince;

    Delivery(SinkConfig config, SinkTaskContext context) {
        this.config = config;
        this.context = context;
        this.backlog = new Backlog(
                config.tables().names()::tableOf,
                table -> new TableQueue(table, newOutage(config)),
                config.writes().batchSize());
        this.serverOutage = newOutage(config);
        this.pauses = new Pauses(context);
        this.writer = new BackgroundWriter(new SinkWriter(config));
        this.metrics = new SinkMetrics(context.pluginMetrics(), outageTime);
    }

    /** Adds the records to the backlog and writes as many as possible within a second. */
    void put(Collection<SinkRecord> records) {
        metrics.register();
        backlog.add(records);
        boolean isTimeLeft = drain(System.nanoTime() + LONGEST_CALL.toNanos());
        if (!isTimeLeft) {
            reportWriting();
            pauses.pauseAll(POLL_INTERVAL);
        } else if (serverOutage.isOngoing()) {
            pauses.pauseAll(serverOutage.remainingPause());
        } else {
            pauses.pauseOnly(backlog.partitions(), shortestPause());
        }
    }

    /** Returns the offset from which each partition would have to be read again. */
    Map<TopicPartition, Long> firstOffsets() {
        return backlog.firstOffsets();
    }

    /** Returns since when and why the records of a partition wait. */
    Map<TopicPartition, WaitingNote> notes() {
        Map<TopicPartition, WaitingNote> notes = new HashMap<>();
        for (TableQueue queue : backlog.queues()) {
            WaitingNote.merge(serverOutage.note(), queue.outage().note())
                    .ifPresent(note ->
                            queue.records().forEach(record -> notes.putIfAbsent(Batch.partitionOf(record), note)));
        }
        return notes;
    }

    void onAssigned() {
        pauses.forget();
    }

    /** Abandons an unfinished transaction, because another task may write the partitions from now on. */
    void onRevoked(Collection<TopicPartition> partitions) {
        if (writer.isBusy()) {
            writer.abandon();
            writer = new BackgroundWriter(new SinkWriter(config));
        }
        writing = null;
        List<TableQueue> queues = backlog.queues();
        backlog.remove(partitions);
        String end = "The partitions that waited for " + config.database().url() + " were revoked";
        queues.stream()
                .filter(TableQueue::isEmpty)
                .forEach(queue -> queue.outage().ended(end));
        if (backlog.isEmpty()) {
            serverOutage.ended(end);
        }
        recordOutageTime();
    }

    void stop() {
        writer.abandon();
    }

    /**
     * Writes what can be written now, table by table. A table that cannot be written does not hold up the others.
     *
     * @return false if the time is up
     */
    private boolean drain(long deadline) {
        boolean isTimeLeft = true;
        for (TableQueue queue : writing == null ? backlog.queues() : List.of(writing)) {
            if (!isTimeLeft || !serverOutage.remainingPause().isZero()) {
                break;
            }
            if (queue.outage().remainingPause().isZero()) {
                isTimeLeft = drain(queue, deadline);
            }
        }
        backlog.removeEmptyQueues();
        recordOutageTime();
        return isTimeLeft;
    }

    private boolean drain(TableQueue queue, long deadline) {
        for (Batch batch = queue.first(); batch != null; batch = queue.first()) {
            long now = System.nanoTime();
            if (now > deadline) {
                return false;
            }
            writingSince = writing == null ? now : writingSince;
            writing = queue;
            try {
                WriteResult result = writer.write(new Transaction(List.of(batch)), Duration.ofNanos(deadline - now));
                if (result == null) {
                    return false;
                }
                metrics.recordWrite(batch, result, writingFor());
                reportRefused(result.refused());
                queue.removeFirst();
                writing = null;
                queue.outage()
                        .ended("Table " + queue.table() + " at "
                                + config.database().url() + " can be written again");
                serverOutage.ended(config.database().url() + " can be written again");
            } catch (TableFault e) {
                writing = null;
                reportOutage(queue, e.getCause());
                return true;
            } catch (RuntimeException e) {
                writing = null;
                throw named(batch, e);
            }
        }
        return true;
    }

    private Duration writingFor() {
        return Duration.ofNanos(System.nanoTime() - writingSince);
    }

    private void reportOutage(TableQueue queue, SQLException cause) {
        outageTime.begin(Instant.now().minus(writingFor()));
        if (Fault.affectsServer(cause)) {
            serverOutage.failed(queue.table(), cause, writingFor());
            return;
        }
        Duration waiting = serverOutage.current();
        serverOutage.ended(config.database().url() + " answers again");
        queue.outage().failed(queue.table(), cause, waiting.isZero() ? writingFor() : waiting);
    }

    private void reportWriting() {
        if (writing != null) {
            writing.outage().writing(writing.table(), writingFor());
        }
    }

    private void recordOutageTime() {
        if (!serverOutage.isOngoing()
                && backlog.queues().stream().noneMatch(queue -> queue.outage().isOngoing())) {
            outageTime.end();
        }
    }

    private static Outage newOutage(SinkConfig config) {
        return new Outage(config.retries(), config.database().url().toString());
    }

    private Duration shortestPause() {
        return backlog.queues().stream()
                .map(queue -> queue.outage().remainingPause())
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** An unexpected error of a batch fails the task; its message names where the batch begins. */
    private static RuntimeException named(Batch batch, RuntimeException cause) {
        return cause instanceof RefusedRecordException || cause instanceof RetriableException
                ? cause
                : new ConnectException(
                        ErrorText.shorten("A batch of %d records for table %s cannot be written. It begins at %s: %s"
                                .formatted(
                                        batch.records().size(),
                                        batch.table(),
                                        RefusedRecordException.placeOf(
                                                batch.records().get(0)),
                                        cause)),
                        ErrorText.ifShort(cause));
    }

    private void reportRefused(List<RefusedRecord> records) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        for (RefusedRecord refused : records) {
            if (reporter == null) {
                throw refused.reason();
            }
            try {
                reporter.report(refused.record(), refused.reason());
            } catch (ConnectException e) { // errors.tolerance=none: the task fails, with the reason first
                refused.reason().addSuppressed(e);
                throw refused.reason();
            }
        }
    }
}
