package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
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

    private Delivery delivery;

    /** For the worker. */
    public JdbcSinkTask() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> options) {
        delivery = new Delivery(SinkConfig.of(options), context);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        delivery.put(records);
    }

    /** Only what is in the database, or among the dead letters, counts as consumed. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>(consumed);
        delivery.firstOffsets()
                .forEach((partition, first) -> safe.computeIfPresent(
                        partition, (p, offset) -> first < offset.offset() ? new OffsetAndMetadata(first) : offset));
        return safe;
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        delivery.assigned();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        delivery.drop(partitions);
    }

    @Override
    public void stop() {
        if (delivery != null) {
            delivery.stop();
        }
    }
}
