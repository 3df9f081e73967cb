package io.ordersync.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records that the topic orders has now, read without the service. */
record TopicContents(int partitions, List<ConsumerRecord<byte[], byte[]>> records) {

    static TopicContents read(LocalStack stack) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.broker().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ORDERS).stream()
                    .map(partition -> new TopicPartition(Topics.ORDERS, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return new TopicContents(partitions.size(), records);
        }
    }

    /** The values of an order's records. */
    List<byte[]> valuesOf(Object id) {
        return records.stream()
                .filter(record -> id.toString().equals(new String(record.key(), UTF_8)))
                .map(ConsumerRecord::value)
                .toList();
    }
}
