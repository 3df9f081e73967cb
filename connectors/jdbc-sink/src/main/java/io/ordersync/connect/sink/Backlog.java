package io.ordersync.connect.sink;

import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
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

/** The records that are not in the database yet: a queue for each table, so that no table waits for another one. */
final class Backlog {

    private final Function<String, TableName> tables;
    private final Function<TableName, TableQueue> newQueue;
    private final int batchSize;
    private final Map<TableName, TableQueue> queues = new LinkedHashMap<>();

    Backlog(Function<String, TableName> tables, Function<TableName, TableQueue> newQueue, int batchSize) {
        this.tables = tables;
        this.newQueue = newQueue;
        this.batchSize = batchSize;
    }

    void add(Collection<SinkRecord> records) {
        Map<TableName, List<SinkRecord>> byTable = new LinkedHashMap<>();
        for (SinkRecord record : records) {
            byTable.computeIfAbsent(tables.apply(record.topic()), table -> new ArrayList<>())
                    .add(record);
        }
        byTable.forEach((table, all) -> {
            TableQueue queue = queues.computeIfAbsent(table, newQueue);
            for (int from = 0; from < all.size(); from += batchSize) {
                queue.add(new Batch(table, all.subList(from, Math.min(from + batchSize, all.size()))));
            }
        });
    }

    /** The queues that hold records. */
    List<TableQueue> queues() {
        return List.copyOf(queues.values());
    }

    boolean isEmpty() {
        return queues.isEmpty();
    }

    /** Forgets the queues that hold no records. */
    void removeEmptyQueues() {
        queues.values().removeIf(TableQueue::isEmpty);
    }

    /** Removes the records of revoked partitions. Their offsets are not committed, so the next task reads them again. */
    void remove(Collection<TopicPartition> partitions) {
        queues.values().forEach(queue -> queue.remove(partitions));
        removeEmptyQueues();
    }

    /** Returns the offset of the oldest record of each partition. */
    Map<TopicPartition, Long> firstOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        queues.values().stream()
                .flatMap(TableQueue::records)
                .forEach(record -> offsets.merge(Batch.partitionOf(record), record.originalKafkaOffset(), Math::min));
        return offsets;
    }

    /** Returns the partitions of the records that are not written yet. */
    Set<TopicPartition> partitions() {
        return queues.values().stream()
                .flatMap(TableQueue::records)
                .map(Batch::partitionOf)
                .collect(Collectors.toSet());
    }
}
