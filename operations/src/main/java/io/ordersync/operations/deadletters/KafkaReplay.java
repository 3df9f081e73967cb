package io.ordersync.operations.deadletters;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/** Sends dead letters to the topic orders, in the order in which it gets them, and notes where they went. */
final class KafkaReplay implements Replay {

    private final PrintStream out;
    private final PrintStream err;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaReplay(Brokers brokers, PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
        this.producer = brokers.producer();
    }

    @Override
    public void of(List<DeadLetter> letters) {
        Map<DeadLetter, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        letters.forEach(letter -> sent.put(letter, producer.send(letter.replay())));
        List<Future<RecordMetadata>> notes = new ArrayList<>();
        sent.forEach((letter, answer) -> report(letter, answer, notes));
        notes.forEach(KafkaReplay::await);
        if (notes.size() < letters.size()) {
            throw new CommandFailed("Not all were replayed.", null);
        }
    }

    private void report(DeadLetter letter, Future<RecordMetadata> answer, List<Future<RecordMetadata>> notes) {
        try {
            RecordMetadata metadata = answer.get();
            var destination = new RecordAddress(metadata.topic(), metadata.partition(), metadata.offset());
            notes.add(producer.send(ReplayLog.entry(letter, destination)));
            out.println(letter.address() + " -> " + destination);
        } catch (ExecutionException e) {
            err.println(letter.address() + ": " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void await(Future<RecordMetadata> note) {
        try {
            note.get();
        } catch (ExecutionException e) {
            throw new CommandFailed(
                    "Replayed, but not noted in " + TopicNames.REPLAYS + ": "
                            + e.getCause().getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
