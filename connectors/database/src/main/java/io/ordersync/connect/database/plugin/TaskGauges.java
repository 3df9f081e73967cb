package io.ordersync.connect.database.plugin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a task, in group "plugins" beside Connect's own metrics. They are gauges because Connect 4.2 confuses the
 * sensors of two tasks in one worker.
 */
public final class TaskGauges {

    private static final Logger log = LoggerFactory.getLogger(TaskGauges.class);

    private final PluginMetrics metrics;
    private final Map<MetricName, LongSupplier> unregistered = new LinkedHashMap<>();

    public TaskGauges(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    /** Adds a metric that {@link #register} registers. */
    public void add(String name, String description, LongSupplier value) {
        add(name(name, description, new LinkedHashMap<>()), value);
    }

    public void add(MetricName name, LongSupplier value) {
        unregistered.put(name, value);
    }

    /**
     * Returns the name of a metric of the task.
     *
     * @param tags in the order in which they appear in JMX
     */
    public MetricName name(String name, String description, LinkedHashMap<String, String> tags) {
        return metrics.metricName(name, description, tags);
    }

    /**
     * Registers the metrics that are not registered yet. Call it repeatedly: if the worker started this task before the
     * previous one had ended, the names are taken until then.
     */
    public void register() {
        unregistered.entrySet().removeIf(metric -> isRegistered(metric.getKey(), metric.getValue()));
    }

    private boolean isRegistered(MetricName name, LongSupplier value) {
        try {
            metrics.addMetric(name, (Gauge<Long>) (config, now) -> value.getAsLong());
            return true;
        } catch (IllegalArgumentException e) {
            log.debug("{} is still registered by the previous task: {}", name, e.getMessage());
            return false;
        }
    }

    public void remove(MetricName name) {
        if (unregistered.remove(name) == null) {
            metrics.removeMetric(name);
        }
    }
}
