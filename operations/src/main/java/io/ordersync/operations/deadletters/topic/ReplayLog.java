package io.ordersync.operations.deadletters.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.cli.CommandFailed;
import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.RecordAddress;
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
 * Remembers in a compacted topic which dead letters were replayed. The topic orders does not remember it: compaction
 * removes a replayed record as soon as catalog-service has answered it. If the topic is deleted, only this memory is lost.
 */
public record ReplayLog(Map<String, RecordAddress> replayed) {

    public static final String TOPIC = "orders-replays";

    public static ReplayLog read(TopicReader reader) {
        Map<String, RecordAddress> replayed = new HashMap<>();
        reader.read(List.of(TOPIC), batch -> batch.forEach(record -> add(record, replayed)));
        return new ReplayLog(replayed);
    }

    /** Where the record of a dead letter was sent to when it was replayed for the last time. */
    public Optional<RecordAddress> destination(DeadLetter letter) {
        return Optional.ofNullable(replayed.get(letter.identity()));
    }

    public static ProducerRecord<byte[], byte[]> entry(DeadLetter letter, RecordAddress destination) {
        return new ProducerRecord<>(
                TOPIC, letter.identity().getBytes(UTF_8), destination.toString().getBytes(UTF_8));
    }

    /** Uses the brokers' default number of replicas. Another process may create the topic at the same time. */
    public static void createTopic(KafkaClients clients) {
        NewTopic topic =
                new NewTopic(TOPIC, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = clients.admin()) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new CommandFailed(
                        "Cannot create the topic %s: %s"
                                .formatted(TOPIC, e.getCause().getMessage()),
                        e);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Map<String, RecordAddress> replayed) {
        RecordAddress.parse(new String(record.value(), UTF_8))
                .ifPresent(destination -> replayed.put(new String(record.key(), UTF_8), destination));
    }
}
