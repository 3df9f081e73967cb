package io.ordersync.stack.cli.status;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the records in ranges of offsets by reading them, outside of any group. */
record RecordCount(String bootstrapServers) {

    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    long between(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(starts.keySet());
            starts.forEach(consumer::seek);
            long deadline = System.nanoTime() + BOUND.toNanos();
            long records = 0;
            while (isBefore(ends, consumer) && System.nanoTime() < deadline) {
                records += consumer.poll(POLL).count();
            }
            return records;
        }
    }

    private static boolean isBefore(Map<TopicPartition, Long> ends, KafkaConsumer<?, ?> consumer) {
        return consumer.assignment().stream().anyMatch(each -> consumer.position(each) < ends.get(each));
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
    }
}
