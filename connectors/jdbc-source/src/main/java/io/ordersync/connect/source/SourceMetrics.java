package io.ordersync.connect.source;

import io.ordersync.connect.source.rows.ReadMetrics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a task, in group "plugins" beside Connect's own metrics. They are totals, from which a collector can
 * compute rates, and gauges, because Connect 4.2 confuses the sensors of two tasks in one worker.
 */
final class SourceMetrics implements ReadMetrics {

    private static final Logger log = LoggerFactory.getLogger(SourceMetrics.class);

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong pollMillis = new AtomicLong();
    private final AtomicLong longestPollMillis = new AtomicLong();
    private final AtomicLong gapsGivenUp = new AtomicLong();
    private final Map<String, Long> gapsOpen = new ConcurrentHashMap<>();
    private final Map<String, Long> windowLag = new ConcurrentHashMap<>();

    private final PluginMetrics metrics;
    private final Map<MetricName, LongSupplier> unregistered = new LinkedHashMap<>();

    SourceMetrics(PluginMetrics metrics, TaskOutage outage) {
        this.metrics = metrics;
        add("rows-read-total", "Rows read and handed to the worker.", rows::get);
        add("polls-total", "Reads of a table.", polls::get);
        add("poll-time-ms-total", "Milliseconds spent reading tables.", pollMillis::get);
        add("poll-time-ms-max", "Milliseconds that the slowest read took.", longestPollMillis::get);
        add("gaps-open", "Ids that are missing and asked for.", () -> sum(gapsOpen));
        add("gaps-given-up-total", "Missing ids that are no longer asked for.", gapsGivenUp::get);
        add(
                "window-lag-ms",
                "Milliseconds that a row must be old to be read in the modes with timestamps.",
                () -> max(windowLag));
        add(
                "outage-time-ms-total",
                "Milliseconds in which the database or a table could not be read.",
                () -> outage.total().toMillis());
        add(
                "outage-time-ms",
                "Milliseconds that the current outage has lasted; 0 if there is none.",
                () -> outage.current().toMillis());
        register();
    }

    private void add(String name, String description, LongSupplier value) {
        unregistered.put(metrics.metricName(name, description, new LinkedHashMap<>()), value);
    }

    /**
     * Registers the metrics that are not registered yet. Call it repeatedly: if the worker started this task before the
     * previous one had ended, the names are taken until then.
     */
    void register() {
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

    void recordRead(int rowsRead, Duration time) {
        rows.addAndGet(rowsRead);
        polls.incrementAndGet();
        pollMillis.addAndGet(time.toMillis());
        longestPollMillis.accumulateAndGet(time.toMillis(), Math::max);
    }

    @Override
    public void gapsOpen(String table, long ids) {
        gapsOpen.put(table, ids);
    }

    @Override
    public void gapsGivenUp(long ids) {
        gapsGivenUp.addAndGet(ids);
    }

    @Override
    public void windowLag(String table, long millis) {
        windowLag.put(table, millis);
    }

    /** Forgets a table that is no longer read. */
    void forget(String table) {
        gapsOpen.remove(table);
        windowLag.remove(table);
    }

    private static long sum(Map<String, Long> values) {
        return values.values().stream().reduce(0L, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
    }

    private static long max(Map<String, Long> values) {
        return values.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
