package io.ordersync.connect.sink;

import io.ordersync.connect.database.plugin.TaskGauges;
import io.ordersync.connect.sink.outage.OutageTime;
import io.ordersync.connect.sink.write.WriteResult;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;

/** The metrics of a task. They are totals, from which a collector can compute rates. */
final class SinkMetrics {

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

    private final TaskGauges gauges;

    SinkMetrics(PluginMetrics metrics, OutageTime outage) {
        gauges = new TaskGauges(metrics);
        gauges.add("rows-written-total", "Rows inserted or updated.", written::get);
        gauges.add("rows-deleted-total", "Rows deleted by tombstones.", deleted::get);
        gauges.add("rows-stale-total", "Rows not changed because they were newer than the record.", stale::get);
        gauges.add("rows-staged-total", "Rows sent through a temporary table.", staged::get);
        gauges.add("rows-refused-total", "Records that could not be stored.", refused::get);
        gauges.add("batches-total", "Transactions committed.", batches::get);
        gauges.add("batch-records-total", "Records in committed transactions.", batchRecords::get);
        gauges.add("flush-time-ms-total", "Milliseconds spent writing batches.", flushMillis::get);
        gauges.add("flush-time-ms-max", "Milliseconds that the slowest batch took.", longestFlushMillis::get);
        gauges.add(
                "outage-time-ms-total",
                "Milliseconds in which the database could not be written.",
                () -> outage.total().toMillis());
        gauges.add(
                "outage-time-ms",
                "Milliseconds that the current outage has lasted; 0 if there is none.",
                () -> outage.current().toMillis());
        gauges.add(
                "writes-overtaken-total",
                "Transactions rolled back because another writer had moved the position.",
                overtaken::get);
        gauges.add("seeks-total", "Times that a partition was read from the position in the table.", seeks::get);
        gauges.register();
    }

    /** Registers the metrics whose names were taken by the previous task. */
    void register() {
        gauges.register();
    }

    /** @param offset the position in the table; -1 if it is not known */
    void recordPosition(TopicPartition partition, long offset) {
        if (positions.put(partition, offset) == null) {
            gauges.add(position(partition), () -> positions.getOrDefault(partition, -1L));
            gauges.register();
        }
    }

    void removePositions(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            if (positions.remove(partition) != null) {
                gauges.remove(position(partition));
            }
        }
    }

    private MetricName position(TopicPartition partition) {
        LinkedHashMap<String, String> tags = new LinkedHashMap<>();
        tags.put("topic", partition.topic());
        tags.put("partition", Integer.toString(partition.partition()));
        return gauges.name("position", "The next offset to write, as the table holds it; -1 if not known.", tags);
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
