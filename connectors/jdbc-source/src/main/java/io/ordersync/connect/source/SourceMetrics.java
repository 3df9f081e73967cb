package io.ordersync.connect.source;

import io.ordersync.connect.database.plugin.TaskGauges;
import io.ordersync.connect.source.rows.ReadMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.metrics.PluginMetrics;

/** The metrics of a task. They are totals, from which a collector can compute rates. */
final class SourceMetrics implements ReadMetrics {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong polls = new AtomicLong();
    private final AtomicLong pollMillis = new AtomicLong();
    private final AtomicLong longestPollMillis = new AtomicLong();
    private final AtomicLong gapsGivenUp = new AtomicLong();
    private final Map<String, Long> gapsOpen = new ConcurrentHashMap<>();
    private final Map<String, Long> windowLag = new ConcurrentHashMap<>();

    private final TaskGauges gauges;

    SourceMetrics(PluginMetrics metrics, TaskOutage outage) {
        gauges = new TaskGauges(metrics);
        gauges.add("rows-read-total", "Rows read and handed to the worker.", rows::get);
        gauges.add("polls-total", "Reads of a table.", polls::get);
        gauges.add("poll-time-ms-total", "Milliseconds spent reading tables.", pollMillis::get);
        gauges.add("poll-time-ms-max", "Milliseconds that the slowest read took.", longestPollMillis::get);
        gauges.add("gaps-open", "Ids that are missing and asked for.", () -> sum(gapsOpen));
        gauges.add("gaps-given-up-total", "Missing ids that are no longer asked for.", gapsGivenUp::get);
        gauges.add(
                "window-lag-ms",
                "Milliseconds that a row must be old to be read in the modes with timestamps.",
                () -> max(windowLag));
        gauges.add(
                "outage-time-ms-total",
                "Milliseconds in which the database or a table could not be read.",
                () -> outage.total().toMillis());
        gauges.add(
                "outage-time-ms",
                "Milliseconds that the current outage has lasted; 0 if there is none.",
                () -> outage.current().toMillis());
        gauges.register();
    }

    /** Registers the metrics whose names were taken by the previous task. */
    void register() {
        gauges.register();
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
