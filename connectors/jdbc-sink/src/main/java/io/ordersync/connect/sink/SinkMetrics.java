package io.ordersync.connect.sink;

import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.write.WriteResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The task's numbers, as metrics of group "plugins" beside Connect's own. Totals, so that whoever collects them can
 * make rates of them; gauges and not sensors, since Connect 4.2 mixes up the sensors of two tasks in one worker.
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
    private final AtomicLong refused = new AtomicLong();

    private final PluginMetrics metrics;
    private final Map<MetricName, LongSupplier> hidden = new LinkedHashMap<>();

    SinkMetrics(PluginMetrics metrics, LongSupplier outageMillis) {
        this.metrics = metrics;
        add("rows-written-total", "Rows inserted or updated.", written::get);
        add("rows-deleted-total", "Rows deleted by tombstones.", deleted::get);
        add("rows-stale-total", "Rows left alone because they were newer than the record.", stale::get);
        add("rows-refused-total", "Records that could not be stored.", refused::get);
        add("batches-total", "Transactions committed.", batches::get);
        add("batch-records-total", "Records in them.", batchRecords::get);
        add("flush-time-ms-total", "Milliseconds spent in writing them.", flushMillis::get);
        add("flush-time-ms-max", "Milliseconds that the longest of them took.", longestFlushMillis::get);
        add("outage-time-ms-total", "Milliseconds in which the database could not be written.", outageMillis);
        expose();
    }

    private void add(String name, String description, LongSupplier value) {
        hidden.put(metrics.metricName(name, description, new LinkedHashMap<>()), value);
    }

    /**
     * Registers what is not registered yet. A worker that gave up waiting for the task before this one has started this
     * one beside it, and the names stay the other's until it has ended: to be called again then.
     */
    void expose() {
        hidden.entrySet().removeIf(metric -> isExposed(metric.getKey(), metric.getValue()));
    }

    private boolean isExposed(MetricName name, LongSupplier value) {
        try {
            metrics.addMetric(name, (Gauge<Long>) (config, now) -> value.getAsLong());
            return true;
        } catch (IllegalArgumentException e) {
            log.debug("{} is another task's: {}", name, e.getMessage());
            return false;
        }
    }

    void wrote(Batch batch, WriteResult outcome, Duration time) {
        batches.incrementAndGet();
        batchRecords.addAndGet(batch.records().size());
        flushMillis.addAndGet(time.toMillis());
        longestFlushMillis.accumulateAndGet(time.toMillis(), Math::max);
        written.addAndGet(outcome.written());
        deleted.addAndGet(outcome.deleted());
        stale.addAndGet(outcome.stale());
        refused.addAndGet(outcome.refusals().size());
    }
}
