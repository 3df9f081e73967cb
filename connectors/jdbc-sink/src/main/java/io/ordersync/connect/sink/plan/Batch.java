package io.ordersync.connect.sink.plan;

import io.ordersync.connect.database.TableName;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records for one table in the order in which they arrived, written in one transaction. */
public record Batch(TableName table, List<SinkRecord> records) {

    public Batch without(Collection<TopicPartition> partitions) {
        return new Batch(
                table,
                records.stream()
                        .filter(record -> !partitions.contains(partitionOf(record)))
                        .toList());
    }

    /** The partition that the consumer read the record from; transformations may have changed the topic of the record. */
    public static TopicPartition partitionOf(SinkRecord record) {
        return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
    }
}
