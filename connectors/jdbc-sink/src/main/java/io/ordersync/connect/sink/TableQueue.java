package io.ordersync.connect.sink;

import io.ordersync.connect.sink.db.TableName;
import io.ordersync.connect.sink.plan.Batch;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** The batches of one table, oldest first, and whether they wait because the table cannot be written. */
final class TableQueue {

    private final TableName table;
    private final Outage outage;
    private final Deque<Batch> batches = new ArrayDeque<>();

    TableQueue(TableName table, Outage outage) {
        this.table = table;
        this.outage = outage;
    }

    TableName table() {
        return table;
    }

    Outage outage() {
        return outage;
    }

    void add(Batch batch) {
        batches.add(batch);
    }

    /** Returns the oldest batch, or null if everything is written. */
    @Nullable
    Batch first() {
        return batches.peek();
    }

    void removeFirst() {
        batches.remove();
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    Stream<SinkRecord> records() {
        return batches.stream().flatMap(batch -> batch.records().stream());
    }

    void remove(Collection<TopicPartition> partitions) {
        List<Batch> kept = batches.stream()
                .map(batch -> batch.without(partitions))
                .filter(batch -> !batch.records().isEmpty())
                .toList();
        batches.clear();
        batches.addAll(kept);
    }
}
