package io.ordersync.connect.sink.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** The context that a worker gives to a task; one partition is assigned. */
public final class FakeContext implements SinkTaskContext {

    public static final TopicPartition PARTITION = new TopicPartition("items", 0);

    public Set<TopicPartition> assigned = Set.of(PARTITION);
    public final Set<TopicPartition> paused = new HashSet<>();
    public final Map<SinkRecord, Throwable> refused = new HashMap<>();
    /** The offsets to which the task has asked the worker to go, which the worker forgets when it has gone there. */
    public final Map<TopicPartition, Long> sought = new HashMap<>();

    public final Metrics metrics;
    public final PluginMetricsImpl ownMetrics;

    /** When the dead-letter topic has a record. */
    public Future<Void> report = CompletableFuture.completedFuture(null);

    public int reports;
    public long timeout;
    public int commitRequests;

    public FakeContext() {
        this(new Metrics());
    }

    /** @param metrics the registry of the worker, which its tasks share */
    public FakeContext(Metrics metrics) {
        this.metrics = metrics;
        this.ownMetrics = new PluginMetricsImpl(metrics, Map.of());
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        sought.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        sought.put(partition, offset);
    }

    @Override
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public Set<TopicPartition> assignment() {
        return assigned;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        paused.addAll(Set.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        paused.removeAll(Set.of(partitions));
    }

    @Override
    public void requestCommit() {
        commitRequests++;
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            refused.put(record, error);
            reports++;
            return report;
        };
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return ownMetrics;
    }

    /** Returns the value of a metric of the task. */
    public long metric(String name) {
        return (long) metrics.metric(metrics.metricName(name, "plugins")).metricValue();
    }

    public long metric(String name, Map<String, String> tags) {
        return (long) metrics.metric(metrics.metricName(name, "plugins", tags)).metricValue();
    }
}
