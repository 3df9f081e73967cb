package io.ordersync.connect.source.testing;

import java.util.Map;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The context that a worker gives to a task. */
public final class FakeContext implements SourceTaskContext {

    private final StoredOffsets offsets;
    private final Metrics metrics = new Metrics();
    private final PluginMetrics ownMetrics = new PluginMetricsImpl(metrics, Map.of());

    FakeContext(StoredOffsets offsets) {
        this.offsets = offsets;
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return offsets;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        return ownMetrics;
    }

    /** Returns the value of a metric of the task. */
    public long metric(String name) {
        return (long) metrics.metric(metrics.metricName(name, "plugins")).metricValue();
    }
}
