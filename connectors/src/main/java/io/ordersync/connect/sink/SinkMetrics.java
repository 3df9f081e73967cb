package io.ordersync.connect.sink;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * The task's numbers, as metrics of group "plugins" beside Connect's own. Totals, so that whoever collects them can
 * make rates of them; gauges and not sensors, since Connect 4.2 mixes up the sensors of two tasks in one worker.
 */
final class SinkMetrics {

    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong batchRecords = new AtomicLong();
    private final AtomicLong flushMillis = new AtomicLong();
    private final AtomicLong longestFlushMillis = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong deleted = new AtomicLong();
    private final AtomicLong stale = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    void expose(SinkTaskContext context, LongSupplier outageMillis) {
        PluginMetrics metrics = context.pluginMetrics();
        add(metrics, "rows-written-total", "Rows inserted or updated.", written::get);
        add(metrics, "rows-deleted-total", "Rows deleted by tombstones.", deleted::get);
        add(metrics, "rows-stale-total", "Rows left alone because they were newer than the record.", stale::get);
        add(metrics, "rows-refused-total", "Records that could not be stored.", refused::get);
        add(metrics, "batches-total", "Transactions committed.", batches::get);
        add(metrics, "batch-records-total", "Records in them.", batchRecords::get);
        add(metrics, "flush-time-ms-total", "Milliseconds spent in writing them.", flushMillis::get);
        add(metrics, "flush-time-ms-max", "Milliseconds that the longest of them took.", longestFlushMillis::get);
        add(metrics, "outage-time-ms-total", "Milliseconds in which the database could not be written.", outageMillis);
    }

    void wrote(Batch batch, Outcome outcome, Duration time) {
        batches.incrementAndGet();
        batchRecords.addAndGet(batch.records().size());
        flushMillis.addAndGet(time.toMillis());
        longestFlushMillis.accumulateAndGet(time.toMillis(), Math::max);
        written.addAndGet(outcome.written());
        deleted.addAndGet(outcome.deleted());
        stale.addAndGet(outcome.stale());
        refused.addAndGet(outcome.refusals().size());
    }

    private static void add(PluginMetrics metrics, String name, String description, LongSupplier value) {
        metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>()), (Gauge<Long>)
                (config, now) -> value.getAsLong());
    }
}
