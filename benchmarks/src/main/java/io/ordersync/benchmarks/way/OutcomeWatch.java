package io.ordersync.benchmarks.way;

import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads outcomes from the topic as every reader does: when they are committed. */
final class OutcomeWatch implements AutoCloseable {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<UUID, Long> sent;
    private final Latencies latencies = new Latencies();
    private final Thread thread = new Thread(this::watch, "outcome-watch");
    private volatile boolean closed;

    /** @param sent when each order was acknowledged, or sent until it is, in {@link System#nanoTime()} */
    OutcomeWatch(String brokers, Map<UUID, Long> sent) {
        this.sent = sent;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(Topics.ORDERS).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position); // sought now, not with the first poll
        thread.start();
    }

    Latencies latencies() {
        return latencies;
    }

    void await(int outcomes) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (latencies.count() < outcomes) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("%d of %d are decided".formatted(latencies.count(), outcomes));
            }
            Thread.sleep(20);
        }
    }

    private void watch() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Long since = sent.get(DecisionPart.id(record.key()));
                if (since != null && OrderEnvelope.read(record.value()).status().isFinal()) {
                    latencies.add(System.nanoTime() - since);
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() {
        closed = true;
        Ended.join(thread);
    }
}
