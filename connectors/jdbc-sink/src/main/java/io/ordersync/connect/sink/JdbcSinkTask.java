package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.outage.WaitingNote;
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
 * <p>While the database cannot be written, the task keeps the records it has received, pauses its partitions and tries
 * again when the worker calls. The worker commits no offset of a record that is kept. The task does not throw Connect's
 * {@code RetriableException}: the worker would log an error with a stack trace for every attempt.
 */
public final class JdbcSinkTask extends SinkTask {

    private ChangeEvents events;
    private Delivery delivery;
    private String note = "";

    /** For the worker. */
    public JdbcSinkTask() {}

    @Override
    public String version() {
        return Version.get();
    }

    @Override
    public void start(Map<String, String> options) {
        SinkConfig config = SinkConfig.of(options);
        events = new ChangeEvents(config.writes().skipsTombstones());
        delivery = new Delivery(config, context);
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        delivery.put(events.flatten(records));
        String now = note();
        if (!now.equals(note)) {
            note = now;
            context.requestCommit();
        }
    }

    /** The text that is committed with the offsets of records that wait, so that operators see why. */
    private String note() {
        return delivery.waiting().map(WaitingNote::toString).orElse("");
    }

    /** A record counts as consumed when it is in the database or among the dead letters. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>(consumed);
        String why = note();
        delivery.firstOffsets()
                .forEach((partition, first) -> safe.computeIfPresent(
                        partition,
                        (p, offset) -> first < offset.offset() ? new OffsetAndMetadata(first, why) : offset));
        return safe;
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        delivery.onAssigned();
    }

    @Override
    public void close(Collection<TopicPartition> partitions) {
        delivery.onRevoked(partitions);
    }

    @Override
    public void stop() {
        if (delivery != null) {
            delivery.stop();
        }
    }
}
