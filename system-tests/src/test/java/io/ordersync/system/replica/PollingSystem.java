package io.ordersync.system.replica;

import io.ordersync.stack.testing.TestStacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A running system with polling, and without change data capture. */
final class PollingSystem implements AutoCloseable {

    private final ReplicaSystem system;

    private PollingSystem(ReplicaSystem system) {
        this.system = system;
    }

    static PollingSystem open() {
        return new PollingSystem(
                new ReplicaSystem(TestStacks.forPollingTests("polling").startAllOrClose()));
    }

    ReplicaSystem tables() {
        return system;
    }

    /** The records that the only partition of a topic holds now. */
    List<ConsumerRecord<String, String>> records(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.stack().broker().bootstrapServers());
        TopicPartition partition = new TopicPartition(topic, 0);
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    /** Sends a record without a key. */
    void send(String topic, String value) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.stack().broker().bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    @Override
    public void close() {
        system.close();
    }
}
