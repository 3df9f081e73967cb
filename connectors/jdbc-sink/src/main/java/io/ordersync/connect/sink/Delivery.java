package io.ordersync.connect.sink;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.sink.Extents.Extent;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.outage.Outage;
import io.ordersync.connect.sink.outage.OutageTime;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.plan.RefusedRecordException;
import io.ordersync.connect.sink.position.Claim;
import io.ordersync.connect.sink.position.PositionMovedException;
import io.ordersync.connect.sink.position.PositionTable;
import io.ordersync.connect.sink.position.Reading;
import io.ordersync.connect.sink.position.Settled;
import io.ordersync.connect.sink.position.Settling;
import io.ordersync.connect.sink.topic.Topic;
import io.ordersync.connect.sink.topic.Topics;
import io.ordersync.connect.sink.type.ErrorText;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.TableFault;
import io.ordersync.connect.sink.write.Transaction;
import io.ordersync.connect.sink.write.WriteResult;
import io.ordersync.outage.WaitingNote;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records to the database, however long that takes. Keeps the records that cannot be written yet, pauses their
 * partitions and asks the worker to call again. The records of other tables are written meanwhile.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** How long one call may take. Stops and rebalances wait at most this long. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private static final int NO_SUCH_TABLE = 1146;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /** How long a commit of offsets may take longer to compare positions. */
    private static final Duration LONGEST_CHECK = Duration.ofMillis(500);

    private final SinkConfig config;
    private final SinkTaskContext context;
    private final Backlog backlog;
    private final Outage serverOutage;
    private final OutageTime outageTime = new OutageTime(Clock.systemUTC());
    private final Pauses pauses;
    private final SinkMetrics metrics;
    private final ReportedRecords reports;
    private final @Nullable PositionTable table;
    private final Topics topics;
    private final Positions positions;
    private BackgroundWriter writer;
    private @Nullable RecordQueue writing;
    private long writingSince;
    private @Nullable Settling settling;

    Delivery(SinkConfig config, SinkTaskContext context) {
        this.config = config;
        this.context = context;
        this.backlog = new Backlog(
                config.tables().names()::tableOf,
                name -> new RecordQueue(name, newOutage(config)),
                config.writes().batchSize(),
                config.offsets().isEnabled());
        this.serverOutage = newOutage(config);
        this.pauses = new Pauses(context);
        this.metrics = new SinkMetrics(context.pluginMetrics(), outageTime);
        this.reports = new ReportedRecords(context);
        this.table = config.offsets().isEnabled() ? new PositionTable(config) : null;
        this.topics = new Topics(config.offsets().admin());
        this.positions = new Positions(context, metrics);
        this.writer = newWriter();
    }

    private BackgroundWriter newWriter() {
        return new BackgroundWriter(new SinkWriter(config, table, reports));
    }

    /** Adds the records to the backlog and writes as many as possible within a second. */
    void put(Collection<SinkRecord> records) {
        metrics.register();
        positions.rewound();
        backlog.add(without(seek(), records));
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

    /** Drops the records of partitions that will be read from another place, and returns the partitions. */
    private Set<TopicPartition> seek() {
        Set<TopicPartition> sought = positions.seek();
        if (!sought.isEmpty()) {
            drop(sought, "The records that waited for " + config.database().url() + " are read again");
        }
        return sought;
    }

    private static Collection<SinkRecord> without(Set<TopicPartition> partitions, Collection<SinkRecord> records) {
        return partitions.isEmpty()
                ? records
                : records.stream()
                        .filter(record -> !partitions.contains(Batch.partitionOf(record)))
                        .toList();
    }

    /**
     * Returns the offset up to which each partition needs no write any more; none for a partition about which that is not
     * known.
     *
     * @param consumed where the consumer is
     */
    Map<TopicPartition, Long> written(Map<TopicPartition, Long> consumed) {
        Map<TopicPartition, Long> first = backlog.firstOffsets();
        if (table != null) {
            comparePositions(consumed, first.keySet());
        }
        Map<TopicPartition, Long> written = new HashMap<>();
        consumed.forEach((partition, offset) -> {
            Long end = table == null ? offset : positions.writtenUpTo(partition);
            end = end == null ? first.get(partition) : end;
            if (end != null && (table == null || positions.isInStep(partition))) {
                written.put(partition, Math.min(Math.min(end, offset), first.getOrDefault(partition, offset)));
            }
        });
        return written;
    }

    /**
     * Moves the positions of partitions without a backlog past records that need no write, and notices if the database was
     * restored. Leaves that to a later call if the database does not answer soon.
     */
    private void comparePositions(Map<TopicPartition, Long> consumed, Set<TopicPartition> unwritten) {
        Map<TopicPartition, Long> idle = new HashMap<>(consumed);
        idle.keySet().removeAll(unwritten);
        Settling candidates = positions.idle(idle);
        if (writer.isBusy() || serverOutage.isOngoing() || candidates.places().isEmpty()) {
            return;
        }
        try {
            settle(candidates, LONGEST_CHECK);
        } catch (TableFault e) {
            log.debug("The positions cannot be compared", e);
        }
        if (positions.hasSeeks()) {
            context.timeout(1); // the worker calls put, which seeks
        }
    }

    /** Returns since when and why the records of a partition wait. */
    Map<TopicPartition, WaitingNote> notes() {
        Map<TopicPartition, WaitingNote> notes = new HashMap<>();
        for (RecordQueue queue : backlog.queues()) {
            WaitingNote.merge(serverOutage.note(), queue.outage().note())
                    .ifPresent(note ->
                            queue.records().forEach(record -> notes.putIfAbsent(Batch.partitionOf(record), note)));
        }
        return notes;
    }

    /** Reads the positions if the database answers at once; otherwise before the first write. */
    void onAssigned(Collection<TopicPartition> partitions) {
        pauses.forget();
        if (table == null || partitions.isEmpty()) {
            return;
        }
        positions.assign(partitions);
        if (!writer.isBusy()) {
            try {
                settle(positions.settling(partitions, Map.of()), LONGEST_CALL);
            } catch (TableFault e) {
                log.debug("The positions cannot be read yet", e);
            }
            seek();
            positions.rewound(); // the worker seeks as soon as open returns
        }
        context.requestCommit();
    }

    /** Abandons an unfinished transaction, because another task may write the partitions from now on. */
    void onRevoked(Collection<TopicPartition> partitions) {
        if (writer.isBusy()) {
            writer.abandon();
            writer = newWriter();
        }
        writing = null;
        settling = null;
        drop(partitions, "The partitions that waited for " + config.database().url() + " were revoked");
        positions.revoke(partitions);
        recordOutageTime();
    }

    private void drop(Collection<TopicPartition> partitions, String end) {
        List<RecordQueue> queues = backlog.queues();
        backlog.remove(partitions);
        reports.forget();
        queues.stream()
                .filter(RecordQueue::isEmpty)
                .forEach(queue -> queue.outage().ended(end));
        if (backlog.isEmpty()) {
            serverOutage.ended(end);
        }
    }

    void stop() {
        writer.abandon();
        topics.close();
    }

    /**
     * Writes what can be written now, queue by queue. A table that cannot be written does not hold up the other queues.
     *
     * @return false if the time is up
     */
    private boolean drain(long deadline) {
        boolean isTimeLeft = writing != null || finishSettling(deadline);
        for (RecordQueue queue : writing == null ? backlog.queues() : List.of(writing)) {
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

    /** Finishes what a commit of offsets has begun. */
    private boolean finishSettling(long deadline) {
        if (settling == null) {
            return true;
        }
        try {
            return settle(settling, Duration.ofNanos(deadline - System.nanoTime()));
        } catch (TableFault e) {
            log.debug("The positions cannot be compared", e);
            return true;
        } finally {
            seek();
        }
    }

    private boolean drain(RecordQueue queue, long deadline) {
        for (Transaction next = queue.first(); next != null; next = queue.first()) {
            long now = System.nanoTime();
            if (now > deadline) {
                return false;
            }
            writingSince = writing == null ? now : writingSince;
            writing = queue;
            try {
                if (!advance(queue, next, Duration.ofNanos(deadline - now))) {
                    return false;
                }
                writing = null;
            } catch (TableFault e) {
                writing = null;
                reportOutage(queue, e);
                return true;
            } catch (RuntimeException e) {
                writing = null;
                throw named(next, e);
            }
        }
        return true;
    }

    /**
     * Writes the transaction, or finds out where its partitions have to be read from.
     *
     * @return false if the time is up
     */
    private boolean advance(RecordQueue queue, Transaction next, Duration timeout) throws TableFault {
        Map<TopicPartition, Extent> extents = table == null ? Map.of() : Extents.of(next);
        if (settling != null || !positions.areSettled(extents)) {
            boolean isSettled = settle(settling == null ? positions.settling(extents) : settling, timeout);
            seek();
            return isSettled;
        }
        List<Claim> claims = positions.claims(extents);
        try {
            WriteResult result = writer.run(writer -> writer.write(next.with(claims)), timeout);
            if (result == null) {
                return false;
            }
            metrics.recordWrite(next.size(), result, writingFor());
            reportRefused(result.refused());
            positions.committed(claims);
            queue.removeFirst();
            queue.outage()
                    .ended("Table " + queue.table() + " at " + config.database().url() + " can be written again");
            serverOutage.ended(config.database().url() + " can be written again");
        } catch (PositionMovedException e) {
            positions.overtaken(e.partitions());
        }
        return true;
    }

    /** @return false if the time is up: call it again */
    private boolean settle(Settling partitions, Duration timeout) throws TableFault {
        settling = partitions;
        Map<TopicPartition, Settled> settled;
        try {
            settled = writer.run(writer -> settle(writer, partitions), timeout);
            if (settled == null) {
                return false;
            }
            settling = null;
        } catch (PositionMovedException e) { // in this moment: read them again
            settling = null;
            return true;
        } catch (TableFault | RuntimeException e) {
            settling = null;
            throw e;
        }
        String waiting = positions.apply(partitions, settled);
        if (waiting != null) {
            throw new TableFault(config.offsets().table(), new SQLTransientException(waiting, "70000"));
        }
        return true;
    }

    /** Runs in the thread of the writer. */
    private Map<TopicPartition, Settled> settle(SinkWriter writer, Settling partitions)
            throws TableFault, PositionMovedException {
        Map<TopicPartition, Settled> settled = partitions.decide(read(writer, partitions));
        List<Claim> claims = Settling.claims(settled);
        if (!claims.isEmpty()) {
            writer.move(claims);
        }
        return settled;
    }

    private Reading read(SinkWriter writer, Settling partitions) throws TableFault, PositionMovedException {
        Map<String, Topic> found;
        try {
            found = topics.read(partitions.topics());
        } catch (SQLTransientException e) {
            throw new TableFault(config.offsets().table(), e);
        }
        Reading reading = new Reading(writer.readPositions(), found);
        List<Claim> first = reading.firstRows(partitions.topicsWithoutRow());
        if (first.isEmpty()) {
            return reading;
        }
        log.info(
                "Table {} has no position of {} yet: the sink begins where its consumer group does",
                table.name(),
                first.stream().map(Claim::partition).toList());
        writer.move(first);
        return new Reading(writer.readPositions(), found);
    }

    private Duration writingFor() {
        return Duration.ofNanos(System.nanoTime() - writingSince);
    }

    private void reportOutage(RecordQueue queue, TableFault fault) {
        SQLException cause = fault.getCause();
        outageTime.begin(Instant.now().minus(writingFor()));
        reportLostRows(queue, fault);
        if (Fault.affectsServer(cause)) {
            serverOutage.failed(fault.table(), cause, writingFor());
            return;
        }
        Duration waiting = serverOutage.current();
        serverOutage.ended(config.database().url() + " answers again");
        queue.outage().failed(fault.table(), cause, waiting.isZero() ? writingFor() : waiting);
    }

    /** Without its rows a new table of positions makes the sink read from the beginning: the log keeps them. */
    private void reportLostRows(RecordQueue queue, TableFault fault) {
        if (table != null
                && fault.table().equals(table.name())
                && fault.getCause().getErrorCode() == NO_SUCH_TABLE
                && !queue.outage().isOngoing()
                && !positions.rows().isEmpty()) {
            log.warn(
                    "Table {} is gone. After you have created it again, continue where the sink was: {}",
                    table.name(),
                    table.insertion(positions.rows()));
        }
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
    private static RuntimeException named(Transaction transaction, RuntimeException cause) {
        return cause instanceof RefusedRecordException || cause instanceof RetriableException
                ? cause
                : new ConnectException(
                        ErrorText.shorten("A batch of %d records for table %s cannot be written. It begins at %s: %s"
                                .formatted(
                                        transaction.size(),
                                        transaction.batches().get(0).table(),
                                        RefusedRecordException.placeOf(transaction
                                                .batches()
                                                .get(0)
                                                .records()
                                                .get(0)),
                                        cause)),
                        ErrorText.ifShort(cause));
    }

    /** With positions in the database, the records were reported before the commit. */
    private void reportRefused(List<RefusedRecord> records) {
        if (table == null) {
            records.forEach(reports::report);
        } else if (!records.isEmpty()) {
            reports.forget();
        }
    }
}
