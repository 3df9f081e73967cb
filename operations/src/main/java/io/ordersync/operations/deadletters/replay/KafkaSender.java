package io.ordersync.operations.deadletters.replay;

import io.ordersync.cli.CommandFailed;
import io.ordersync.operations.deadletters.record.DeadLetter;
import io.ordersync.operations.deadletters.record.RecordAddress;
import io.ordersync.operations.deadletters.topic.KafkaClients;
import io.ordersync.operations.deadletters.topic.ReplayLog;
import java.io.PrintWriter;
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

/** Sends dead letters to the topic orders in the given order, and writes to the replay log where they went. */
final class KafkaSender implements DeadLetterSender {

    private final PrintWriter out;
    private final PrintWriter err;
    private final KafkaProducer<byte[], byte[]> producer;

    KafkaSender(KafkaClients clients, PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
        this.producer = clients.producer();
    }

    @Override
    public void send(List<DeadLetter> letters) {
        Map<DeadLetter, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        letters.forEach(letter -> sent.put(letter, producer.send(letter.toReplayedRecord())));
        List<Future<RecordMetadata>> entries = new ArrayList<>();
        sent.forEach((letter, answer) -> report(letter, answer, entries));
        entries.forEach(KafkaSender::await);
        if (entries.size() < letters.size()) {
            throw new CommandFailed("Some dead letters were not replayed.");
        }
    }

    private void report(DeadLetter letter, Future<RecordMetadata> answer, List<Future<RecordMetadata>> entries) {
        try {
            RecordMetadata metadata = answer.get();
            var destination = new RecordAddress(metadata.topic(), metadata.partition(), metadata.offset());
            entries.add(producer.send(ReplayLog.entry(letter, destination)));
            out.println(letter.address() + " -> " + destination);
        } catch (ExecutionException e) {
            err.println(letter.address() + ": " + e.getCause().getMessage());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static void await(Future<RecordMetadata> entry) {
        try {
            entry.get();
        } catch (ExecutionException e) {
            throw new CommandFailed(
                    "The dead letters were replayed, but " + ReplayLog.TOPIC + " could not be updated: "
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
