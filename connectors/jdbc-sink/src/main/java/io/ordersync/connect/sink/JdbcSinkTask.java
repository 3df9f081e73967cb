package io.ordersync.connect.sink;

import io.ordersync.connect.database.plugin.PluginVersion;
import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.outage.WaitingNote;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

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
    private Map<TopicPartition, WaitingNote> notes = Map.of();

    /** For the worker. */
    public JdbcSinkTask() {}

    @Override
    public String version() {
        return PluginVersion.of(JdbcSinkTask.class);
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
        Map<TopicPartition, WaitingNote> now = delivery.notes();
        if (!now.equals(notes)) {
            notes = now;
            context.requestCommit();
        }
    }

    /** A record counts as consumed when it is in the database or among the dead letters. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> consumed) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        consumed.forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        Map<TopicPartition, WaitingNote> why = delivery.notes();
        Map<TopicPartition, OffsetAndMetadata> safe = new HashMap<>();
        delivery.written(offsets).forEach((partition, offset) -> {
            OffsetAndMetadata same = consumed.get(partition);
            safe.put(partition, offset < same.offset() ? withNote(offset, why.get(partition)) : same);
        });
        return safe;
    }

    /** The note is committed with the offset, so that operators see why its record waits. */
    private static OffsetAndMetadata withNote(long offset, @Nullable WaitingNote note) {
        return note == null ? new OffsetAndMetadata(offset) : new OffsetAndMetadata(offset, note.toString());
    }

    @Override
    public void open(Collection<TopicPartition> partitions) {
        delivery.onAssigned(partitions);
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
