package io.ordersync.connect.sink;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Writes the records of its partitions to their tables.
 *
 * <p>While the database cannot be written, the task keeps what it has taken, pauses its partitions and tries again when
 * the worker calls; the offsets it lets the worker commit stay behind what it keeps. It does not throw Connect's
 * {@code RetriableException} for this: the worker would log an error with a stack trace on every attempt.
 */
public final class JdbcSinkTask extends SinkTask {

    private SinkConfig config;
    private SinkWriter writer;
    private Backlog backlog;
    private Outage outage;
    private Patience patience;
    private SinkMetrics metrics;
    private volatile boolean stopped;

    /** For the worker. */
    public JdbcSinkTask() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> options) {
        config = SinkConfig.of(options);
        writer = new SinkWriter(config);
        backlog = new Backlog(config.tables()::tableOf, config.batchSize());
        patience = new Patience(config);
        metrics = new SinkMetrics();
        outage = new Outage(config.url(), Clock.systemUTC());
        metrics.expose(context, outage::totalMillis);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        backlog.add(records);
        boolean waited = outage.isOn();
        try {
            drain();
            outage.ends();
            if (waited) {
                context.resume(assignment());
            }
        } catch (SQLException e) {
            if (!stopped) {
                await(e);
            }
        }
    }

    private void await(SQLException cause) {
        Duration pause = patience.afterFailure(cause);
        outage.continues(backlog.first().table(), cause);
        context.pause(assignment());
        context.timeout(pause.toMillis());
    }

    private void drain() throws SQLException {
        for (Batch batch = backlog.first(); batch != null; batch = backlog.first()) {
            long begin = System.nanoTime();
            Outcome outcome = writer.write(batch);
            metrics.wrote(batch, outcome, Duration.ofNanos(System.nanoTime() - begin));
            report(outcome.refusals());
            backlog.firstIsWritten();
            patience.afterSuccess();
        }
    }

    private void report(List<Refusal> refusals) {
        ErrantRecordReporter reporter = context.errantRecordReporter();
        for (Refusal refusal : refusals) {
            if (reporter == null) {
                throw refusal.reason();
            }
            reporter.report(refusal.record(), refusal.reason());
        }
    }

    private TopicPartition[] assignment() {
        return context.assignment().toArray(TopicPartition[]::new);
    }

    /** Only what is in the database, or among the dead letters, counts as consumed. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>(consumed);
        backlog.firstOffsets()
                .forEach((partition, first) -> safe.computeIfPresent(
                        partition, (p, offset) -> first < offset.offset() ? new OffsetAndMetadata(first) : offset));
        return safe;
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        backlog.drop(partitions);
    }

    @Override
    public void stop() {
        stopped = true;
        if (writer != null) {
            writer.close();
        }
    }
}
