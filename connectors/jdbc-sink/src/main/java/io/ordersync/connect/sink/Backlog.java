package io.ordersync.connect.sink;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.write.Transaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The records that are not in the database yet. Without positions in the database there is a queue for each table, so that
 * no table waits for another one. With them there is a queue for each topic: the position of a partition says that all
 * records before it are written, in whatever table.
 */
final class Backlog {

    private final Function<String, TableName> tables;
    private final Function<TableName, RecordQueue> newQueue;
    private final int batchSize;
    private final boolean isByTopic;
    private final Map<Object, RecordQueue> queues = new LinkedHashMap<>();

    Backlog(
            Function<String, TableName> tables,
            Function<TableName, RecordQueue> newQueue,
            int batchSize,
            boolean isByTopic) {
        this.tables = tables;
        this.newQueue = newQueue;
        this.batchSize = batchSize;
        this.isByTopic = isByTopic;
    }

    void add(Collection<SinkRecord> records) {
        Map<Object, List<SinkRecord>> byQueue = new LinkedHashMap<>();
        for (SinkRecord record : records) {
            byQueue.computeIfAbsent(
                            isByTopic ? record.originalTopic() : tables.apply(record.topic()), key -> new ArrayList<>())
                    .add(record);
        }
        byQueue.forEach((key, all) -> {
            RecordQueue queue = queues.computeIfAbsent(
                    key, k -> newQueue.apply(tables.apply(all.get(0).topic())));
            divide(all).forEach(together -> queue.add(transaction(together)));
        });
    }

    private List<List<SinkRecord>> divide(List<SinkRecord> records) {
        if (isByTopic) {
            return Extents.divide(records, batchSize);
        }
        List<List<SinkRecord>> parts = new ArrayList<>();
        for (int from = 0; from < records.size(); from += batchSize) {
            parts.add(records.subList(from, Math.min(from + batchSize, records.size())));
        }
        return parts;
    }

    private Transaction transaction(List<SinkRecord> records) {
        Map<TableName, List<SinkRecord>> byTable = new LinkedHashMap<>();
        String topic = null;
        List<SinkRecord> ofTopic = List.of();
        for (SinkRecord record : records) {
            if (!record.topic().equals(topic)) {
                topic = record.topic();
                ofTopic = byTable.computeIfAbsent(tables.apply(topic), table -> new ArrayList<>(records.size()));
            }
            ofTopic.add(record);
        }
        return new Transaction(byTable.entrySet().stream()
                .map(table -> new Batch(table.getKey(), table.getValue()))
                .toList());
    }

    /** The queues that hold records. */
    List<RecordQueue> queues() {
        return List.copyOf(queues.values());
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /** Forgets the queues that hold no records. */
    void removeEmptyQueues() {
        queues.values().removeIf(RecordQueue::isEmpty);
    }

    /** Removes the records of partitions. Their offsets are not committed, so they are read again. */
    void remove(Collection<TopicPartition> partitions) {
        queues.values().forEach(queue -> queue.remove(partitions));
        removeEmptyQueues();
    }

    /** Returns the smallest offset of each partition. */
    Map<TopicPartition, Long> firstOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        queues.values().stream()
                .flatMap(RecordQueue::records)
                .forEach(record -> offsets.merge(Batch.partitionOf(record), record.originalKafkaOffset(), Math::min));
        return offsets;
    }

    /** Returns the partitions of the records that are not written yet. */
    Set<TopicPartition> partitions() {
        return queues.values().stream()
                .flatMap(RecordQueue::records)
                .map(Batch::partitionOf)
                .collect(Collectors.toSet());
    }
}
