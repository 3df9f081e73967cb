package io.ordersync.benchmarks.endtoend;

import io.ordersync.benchmarks.measure.Latencies;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed outcomes from the topic and measures how long each took. */
final class OutcomeWatcher implements AutoCloseable {

    private static final long TIMEOUT_NANOS = 60_000_000_000L;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<UUID, Long> sent;
    private final Latencies latencies = new Latencies();
    private final Thread thread = new Thread(this::watch, "outcome-watcher");
    private volatile boolean closed;

    /** @param sent the time at which each order was acknowledged or, until then, sent, in {@link System#nanoTime()} */
    OutcomeWatcher(String brokers, Map<UUID, Long> sent) {
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
        consumer.assignment().forEach(consumer::position); // seeks now instead of with the first poll
        thread.start();
    }

    Latencies latencies() {
        return latencies;
    }

    void await(int outcomes) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (latencies.count() < outcomes) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "only %d of %d orders were decided within a minute".formatted(latencies.count(), outcomes));
            }
            Thread.sleep(20);
        }
    }

    private void watch() {
        while (!closed) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                Long since = sent.get(DecisionLatency.id(record.key()));
                if (since != null && OrderFormat.read(record.value()).status().isFinal()) {
                    latencies.add(System.nanoTime() - since);
                }
            }
        }
        consumer.close();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
