package io.ordersync.connect.sink;

import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The records that are not in the database yet, divided into batches. */
final class Backlog {

    private final Function<String, TableName> tables;
    private final int batchSize;
    private final Deque<Batch> batches = new ArrayDeque<>();

    Backlog(Function<String, TableName> tables, int batchSize) {
        this.tables = tables;
        this.batchSize = batchSize;
    }

    void add(Collection<SinkRecord> records) {
        Map<TableName, List<SinkRecord>> byTable = new LinkedHashMap<>();
        for (SinkRecord record : records) {
            byTable.computeIfAbsent(tables.apply(record.topic()), table -> new ArrayList<>())
                    .add(record);
        }
        byTable.forEach((table, all) -> {
            for (int from = 0; from < all.size(); from += batchSize) {
                batches.add(new Batch(table, all.subList(from, Math.min(from + batchSize, all.size()))));
            }
        });
    }

    /** Returns the oldest batch, or null if everything is written. */
    @Nullable
    Batch first() {
        return batches.peek();
    }

    void removeFirst() {
        batches.remove();
    }

    /** Removes the records of revoked partitions. Their offsets are not committed, so the next task reads them again. */
    void remove(Collection<TopicPartition> partitions) {
        List<Batch> kept = batches.stream()
                .map(batch -> batch.without(partitions))
                .filter(batch -> !batch.records().isEmpty())
                .toList();
        batches.clear();
        batches.addAll(kept);
    }

    /** Returns the offset of the oldest record of each partition. */
    Map<TopicPartition, Long> firstOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (Batch batch : batches) {
            for (SinkRecord record : batch.records()) {
                offsets.merge(Batch.partitionOf(record), record.originalKafkaOffset(), Math::min);
            }
        }
        return offsets;
    }

    int records() {
        return batches.stream().mapToInt(batch -> batch.records().size()).sum();
    }
}
