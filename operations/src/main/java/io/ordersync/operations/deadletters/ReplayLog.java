package io.ordersync.operations.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Remembers which dead letters have been replayed, in a compacted topic: the topic orders does not, as every answer to a
 * replayed record lets the cleaner remove it. Whoever deletes this topic loses no more than the knowledge.
 */
record ReplayLog(Map<String, RecordAddress> replayed) {

    static ReplayLog read(TopicReader reader) {
        Map<String, RecordAddress> replayed = new HashMap<>();
        for (Range range : reader.ranges(List.of(TopicNames.REPLAYS))) {
            reader.read(range, batch -> batch.forEach(record -> add(record, replayed)));
        }
        return new ReplayLog(replayed);
    }

    /** Where a dead letter, or another of the same record, was sent to the last time. */
    Optional<RecordAddress> destination(DeadLetter letter) {
        return Optional.ofNullable(replayed.get(letter.identity()));
    }

    static ProducerRecord<byte[], byte[]> entry(DeadLetter letter, RecordAddress destination) {
        return new ProducerRecord<>(
                TopicNames.REPLAYS,
                letter.identity().getBytes(UTF_8),
                destination.toString().getBytes(UTF_8));
    }

    /** With as many replicas as the brokers give by default; somebody else may make it at the same moment. */
    static void createTopic(Brokers brokers) {
        NewTopic topic = new NewTopic(TopicNames.REPLAYS, Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = brokers.admin()) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new CommandFailed(
                        "The topic %s cannot be made: %s"
                                .formatted(TopicNames.REPLAYS, e.getCause().getMessage()),
                        e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Map<String, RecordAddress> replayed) {
        RecordAddress.of(new String(record.value(), UTF_8))
                .ifPresent(destination -> replayed.put(new String(record.key(), UTF_8), destination));
    }
}
