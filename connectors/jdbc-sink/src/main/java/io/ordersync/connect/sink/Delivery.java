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
 * Brings records to the database, however long that takes. What cannot be written yet is kept, its partitions are
 * paused, and the worker is asked to call again.
 */
final class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** Stops and rebalances wait for at most this long. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final SinkConfig config;
    private final SinkTaskContext context;
    private final Backlog backlog;
    private final RetrySchedule patience;
    private final OutageLog outage;
    private final SinkMetrics metrics;
    private BackgroundWriter writer;
    private boolean holding;
    private long writingSince;

    Delivery(SinkConfig config, SinkTaskContext context) {
        this.config = config;
        this.context = context;
        this.backlog = new Backlog(config.tables()::tableOf, config.batchSize());
        this.patience = new RetrySchedule(config);
        this.outage = OutageLog.warningOnce(log, Clock.systemUTC());
        this.writer = new BackgroundWriter(new SinkWriter(config));
        this.metrics =
                new SinkMetrics(context.pluginMetrics(), () -> outage.total().toMillis());
    }

    /** Adds the records to those kept and writes as much as a second allows. */
    void put(Collection<SinkRecord> records) {
        metrics.expose();
        backlog.add(records);
        try {
            if (drain(System.nanoTime() + PATIENCE.toNanos())) {
                release();
            } else {
                hold(LOOK_AGAIN);
            }
        } catch (SQLException e) {
            Duration pause = patience.afterFailure(e);
            reportOutage(backlog.first().table(), e);
            hold(pause);
        }
    }

    /** The offset from which each partition would have to be read again. */
    Map<TopicPartition, Long> firstOffsets() {
        return backlog.firstOffsets();
    }

    /**
     * The worker remembers what was paused, and pauses it again when it comes back; what was resumed while a rebalance
     * had taken it away is still remembered. Hence all that is assigned is to be resumed once nothing is kept.
     */
    void assigned() {
        holding = true;
    }

    /** Leaves nothing half written of partitions that another task may write from now on. */
    void drop(Collection<TopicPartition> partitions) {
        if (writer.isBusy()) {
            writer.abandon();
            writer = new BackgroundWriter(new SinkWriter(config));
        }
        backlog.drop(partitions);
        if (backlog.first() == null) {
            outage.ended("The partitions that waited for " + config.url() + " were revoked");
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
            WriteResult outcome = writer.write(batch, Duration.ofNanos(deadline - now));
            if (outcome == null) {
                return false;
            }
            metrics.wrote(batch, outcome, writingFor());
            report(outcome.refusals());
            backlog.firstIsWritten();
            patience.afterSuccess();
            outage.ended(config.url() + " can be written again");
        }
        return true;
    }

    private Duration writingFor() {
        return Duration.ofNanos(System.nanoTime() - writingSince);
    }

    private void reportOutage(TableName table, SQLException cause) {
        Instant begin = Instant.now().minus(writingFor());
        outage.failed(
                "Table %s at %s cannot be written since %s: %s [error %d, state %s]. The records wait until it can be written"
                        .formatted(
                                table,
                                config.url(),
                                begin.truncatedTo(ChronoUnit.SECONDS),
                                cause.getMessage(),
                                cause.getErrorCode(),
                                cause.getSQLState()),
                begin);
    }

    private void report(List<RefusedRecord> refusals) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        for (RefusedRecord refusal : refusals) {
            if (reporter == null) {
                throw refusal.reason();
            }
            reporter.report(refusal.record(), refusal.reason());
        }
    }

    /** Also pauses partitions that have been assigned meanwhile. */
    private void hold(Duration pause) {
        holding = true;
        context.pause(assignment());
        context.timeout(pause.toMillis());
    }

    private void release() {
        if (holding) {
            holding = false;
            context.resume(assignment());
        }
    }

    private TopicPartition[] assignment() {
        return context.assignment().toArray(TopicPartition[]::new);
    }
}
