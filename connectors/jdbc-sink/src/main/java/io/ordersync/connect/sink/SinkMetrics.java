package io.ordersync.connect.sink;

import io.ordersync.connect.sink.outage.OutageTime;
import io.ordersync.connect.sink.write.WriteResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The metrics of a task, in group "plugins" beside Connect's own metrics. They are totals, from which a collector can
 * compute rates. They are gauges because Connect 4.2 confuses the sensors of two tasks in one worker.
 */
final class SinkMetrics {

    private static final Logger log = LoggerFactory.getLogger(SinkMetrics.class);

    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong batchRecords = new AtomicLong();
    private final AtomicLong flushMillis = new AtomicLong();
    private final AtomicLong longestFlushMillis = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();
    private final AtomicLong staged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private final AtomicLong overtaken = new AtomicLong();
    private final AtomicLong seeks = new AtomicLong();
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();

    private final PluginMetrics metrics;
    private final Map<MetricName, LongSupplier> unregistered = new LinkedHashMap<>();

    SinkMetrics(PluginMetrics metrics, OutageTime outage) {
        this.metrics = metrics;
        add("rows-written-total", "Rows inserted or updated.", written::get);
        add("rows-deleted-total", "Rows deleted by tombstones.", deleted::get);
        add("rows-stale-total", "Rows not changed because they were newer than the record.", stale::get);
        add("rows-staged-total", "Rows sent through a temporary table.", staged::get);
        add("rows-refused-total", "Records that could not be stored.", refused::get);
        add("batches-total", "Transactions committed.", batches::get);
        add("batch-records-total", "Records in committed transactions.", batchRecords::get);
        add("flush-time-ms-total", "Milliseconds spent writing batches.", flushMillis::get);
        add("flush-time-ms-max", "Milliseconds that the slowest batch took.", longestFlushMillis::get);
        add(
                "outage-time-ms-total",
                "Milliseconds in which the database could not be written.",
                () -> outage.total().toMillis());
        add(
                "outage-time-ms",
                "Milliseconds that the current outage has lasted; 0 if there is none.",
                () -> outage.current().toMillis());
        add(
                "writes-overtaken-total",
                "Transactions rolled back because another writer had moved the position.",
                overtaken::get);
        add("seeks-total", "Times that a partition was read from the position in the table.", seeks::get);
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

    /** @param offset the position in the table; -1 if it is not known */
    void recordPosition(TopicPartition partition, long offset) {
        if (positions.put(partition, offset) == null) {
            unregistered.put(position(partition), () -> positions.getOrDefault(partition, -1L));
            register();
        }
    }

    void removePositions(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            if (positions.remove(partition) != null && unregistered.remove(position(partition)) == null) {
                metrics.removeMetric(position(partition));
            }
        }
    }

    private MetricName position(TopicPartition partition) {
        LinkedHashMap<String, String> tags = new LinkedHashMap<>();
        tags.put("topic", partition.topic());
        tags.put("partition", Integer.toString(partition.partition()));
        return metrics.metricName(
                "position", "The next offset to write, as the table holds it; -1 if not known.", tags);
    }

    void recordOvertaken() {
        overtaken.incrementAndGet();
    }

    void recordSeeks(int partitions) {
        seeks.addAndGet(partitions);
    }

    void recordWrite(int records, WriteResult result, Duration time) {
        batches.incrementAndGet();
        batchRecords.addAndGet(records);
        flushMillis.addAndGet(time.toMillis());
        longestFlushMillis.accumulateAndGet(time.toMillis(), Math::max);
        written.addAndGet(result.written());
        deleted.addAndGet(result.deleted());
        stale.addAndGet(result.stale());
        staged.addAndGet(result.staged());
        refused.addAndGet(result.refused().size());
    }
}
