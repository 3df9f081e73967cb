package io.ordersync.connect.sink.plan;

import io.ordersync.connect.sink.db.TableName;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records for one table, in the order of their arrival; written in one transaction. */
public record Batch(TableName table, List<SinkRecord> records) {

    public Batch without(Collection<TopicPartition> partitions) {
        return new Batch(
                table,
                records.stream()
                        .filter(record -> !partitions.contains(partitionOf(record)))
                        .toList());
    }

    /** Where the consumer read the record, whatever transformations have made of it. */
    public static TopicPartition partitionOf(SinkRecord record) {
        return new TopicPartition(record.originalTopic(), record.originalKafkaPartition());
    }
}
