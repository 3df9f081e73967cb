package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.WriteResult;
import io.ordersync.outage.WaitingNote;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Writes records to the database, however long that takes. Keeps the records that cannot be written yet, pauses their
 * partitions and asks the worker to call again.
 */
final class Delivery {

    /** How long one call may take. Stops and rebalances wait at most this long. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final SinkConfig config;
    private final SinkTaskContext context;
    private final Backlog backlog;
    private final RetrySchedule retries;
    private final OutageReport outage;
    private final SinkMetrics metrics;
    private BackgroundWriter writer;
    private boolean isPaused;
    private long writingSince;

    Delivery(SinkConfig config, SinkTaskContext context) {
        this.config = config;
        this.context = context;
        this.backlog =
                new Backlog(config.tables().names()::tableOf, config.writes().batchSize());
        this.retries = new RetrySchedule(config.retries());
        this.outage = new OutageReport(config.database().url().toString());
        this.writer = new BackgroundWriter(new SinkWriter(config));
        this.metrics = new SinkMetrics(context.pluginMetrics(), outage);
    }

    /** Adds the records to the backlog and writes as many as possible within a second. */
    void put(Collection<SinkRecord> records) {
        metrics.register();
        backlog.add(records);
        try {
            if (drain(System.nanoTime() + LONGEST_CALL.toNanos())) {
                resume();
            } else {
                outage.writing(backlog.first().table(), writingFor());
                pause(POLL_INTERVAL);
            }
        } catch (SQLException e) {
            Duration pause = retries.pauseAfter(e);
            outage.failed(backlog.first().table(), e, writingFor());
            pause(pause);
        }
    }

    /** Returns the offset from which each partition would have to be read again. */
    Map<TopicPartition, Long> firstOffsets() {
        return backlog.firstOffsets();
    }

    /** Returns since when and why the records of {@link #firstOffsets} wait; empty if they do not. */
    Optional<WaitingNote> waiting() {
        return outage.note();
    }

    /**
     * Resumes all assigned partitions as soon as the backlog is empty. The worker remembers which partitions were paused and
     * pauses them again when they are assigned again, even if they were resumed while they were revoked.
     */
    void onAssigned() {
        isPaused = true;
    }

    /** Abandons an unfinished transaction, because another task may write the partitions from now on. */
    void onRevoked(Collection<TopicPartition> partitions) {
        if (writer.isBusy()) {
            writer.abandon();
            writer = new BackgroundWriter(new SinkWriter(config));
        }
        backlog.remove(partitions);
        if (backlog.first() == null) {
            outage.ended("The partitions that waited for " + config.database().url() + " were revoked");
        }
    }

    void stop() {
        writer.abandon();
    }

    private boolean drain(long deadline) throws SQLException {
        for (Batch batch = backlog.first(); batch != null; batch = backlog.first()) {
            long now = System.nanoTime();
            if (now > deadline) {
                return false;
            }
            writingSince = writer.isBusy() ? writingSince : now;
            WriteResult result = writer.write(batch, Duration.ofNanos(deadline - now));
            if (result == null) {
                return false;
            }
            metrics.recordWrite(batch, result, writingFor());
            reportRefused(result.refused());
            backlog.removeFirst();
            retries.reset();
            outage.written();
        }
        return true;
    }

    private Duration writingFor() {
        return Duration.ofNanos(System.nanoTime() - writingSince);
    }

    private void reportRefused(List<RefusedRecord> records) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        for (RefusedRecord refused : records) {
            if (reporter == null) {
                throw refused.reason();
            }
            reporter.report(refused.record(), refused.reason());
        }
    }

    /** Pauses all assigned partitions, including newly assigned ones. */
    private void pause(Duration pause) {
        isPaused = true;
        context.pause(assignment());
        context.timeout(pause.toMillis());
    }

    private void resume() {
        if (isPaused) {
            isPaused = false;
            context.resume(assignment());
        }
    }

    private TopicPartition[] assignment() {
        return context.assignment().toArray(TopicPartition[]::new);
    }
}
