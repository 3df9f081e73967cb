package io.ordersync.connect.keeper.stall;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Finds out whether a range of offsets holds records, or only transaction markers and records of aborted transactions. */
final class UnreadRecords {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;

    UnreadRecords(String bootstrapServers) {
        this.settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false,
                "enable.metrics.push",
                false,
                "max.poll.records",
                1,
                "max.partition.fetch.bytes",
                1,
                "default.api.timeout.ms",
                (int) TIMEOUT.toMillis());
    }

    /** Whether there is a record between the committed offset and the end. */
    boolean isAnyIn(TopicPartition partition, Position position) throws IOException {
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, position.committed());
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (consumer.position(partition) < position.end()) {
                if (!consumer.poll(POLL).isEmpty()) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("%s cannot be read".formatted(partition));
                }
            }
            return false;
        } catch (KafkaException e) {
            throw new IOException("%s cannot be read: %s".formatted(partition, e.getMessage()), e);
        }
    }
}
