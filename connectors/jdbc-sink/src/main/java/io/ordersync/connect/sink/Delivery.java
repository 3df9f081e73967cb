package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.plan.RefusedRecord;
import io.ordersync.connect.sink.write.SinkWriter;
import io.ordersync.connect.sink.write.WriteResult;
import io.ordersync.outage.OutageLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records to the database, however long that takes. Keeps the records that cannot be written yet, pauses their
 * partitions and asks the worker to call again.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** How long one call may take. Stops and rebalances wait at most this long. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(1);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final SinkConfig config;
    private final SinkTaskContext context;
    private final Backlog backlog;
    private final RetrySchedule retries;
    private final OutageLog outage;
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
        this.outage = new OutageLog(log, Clock.systemUTC());
        this.writer = new BackgroundWriter(new SinkWriter(config));
        this.metrics =
                new SinkMetrics(context.pluginMetrics(), () -> outage.total().toMillis());
    }

    /** Adds the records to the backlog and writes as many as possible within a second. */
    void put(Collection<SinkRecord> records) {
        metrics.register();
        backlog.add(records);
        try {
            if (drain(System.nanoTime() + LONGEST_CALL.toNanos())) {
                resume();
            } else {
                pause(POLL_INTERVAL);
            }
        } catch (SQLException e) {
            Duration pause = retries.pauseAfter(e);
            reportOutage(backlog.first().table(), e);
            pause(pause);
        }
    }

    /** Returns the offset from which each partition would have to be read again. */
    Map<TopicPartition, Long> firstOffsets() {
        return backlog.firstOffsets();
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
            outage.ended(config.database().url() + " can be written again");
        }
        return true;
    }

    private Duration writingFor() {
        return Duration.ofNanos(System.nanoTime() - writingSince);
    }

    private void reportOutage(TableName table, SQLException cause) {
        Instant begin = outage.begin().orElseGet(() -> Instant.now().minus(writingFor()));
        outage.failed(
                "Table %s at %s cannot be written since %s: %s [error %d, state %s]. The records wait until it can be written"
                        .formatted(
                                table,
                                config.database().url(),
                                begin.truncatedTo(ChronoUnit.SECONDS),
                                cause.getMessage(),
                                cause.getErrorCode(),
                                cause.getSQLState()),
                begin);
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
