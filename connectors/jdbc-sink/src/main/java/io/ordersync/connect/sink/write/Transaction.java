package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.Batch;
import io.ordersync.connect.sink.position.Claim;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Records that are written in one transaction.
 *
 * @param batches the records of each table
 * @param claims the moves of the position that belong to them; none if only Kafka keeps the position
 */
public record Transaction(List<Batch> batches, List<Claim> claims) {

    public Transaction(List<Batch> batches) {
        this(batches, List.of());
    }

    public Transaction with(List<Claim> moves) {
        return new Transaction(batches, moves);
    }

    public Transaction without(Collection<TopicPartition> partitions) {
        return new Transaction(batches.stream()
                .map(batch -> batch.without(partitions))
                .filter(batch -> !batch.records().isEmpty())
                .toList());
    }

    public boolean isEmpty() {
        return batches.isEmpty();
    }

    public int size() {
        return batches.stream().mapToInt(batch -> batch.records().size()).sum();
    }

    public Stream<SinkRecord> records() {
        return batches.stream().flatMap(batch -> batch.records().stream());
    }
}
