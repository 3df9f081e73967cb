package io.ordersync.benchmarks.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of one measurement, with one partition, and the rate at which it is filled. */
final class RowTopic implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 10;

    private final Map<String, Object> brokers;
    private final Admin admin;
    private final TopicPartition partition;

    private RowTopic(String bootstrapServers, String name) {
        this.brokers = Map.of("bootstrap.servers", bootstrapServers);
        this.admin = Admin.create(brokers);
        this.partition = new TopicPartition(name, 0);
    }

    static RowTopic create(String bootstrapServers, String name) throws ExecutionException, InterruptedException {
        RowTopic topic = new RowTopic(bootstrapServers, name);
        topic.admin.createTopics(Set.of(new NewTopic(name, 1, (short) 1))).all().get();
        return topic;
    }

    String name() {
        return partition.topic();
    }

    /**
     * Waits until the topic has all rows.
     *
     * @return rows per second, from the first row to the last
     * @throws IllegalStateException if rows are missing after five minutes
     */
    double awaitRate(int rows) throws ExecutionException, InterruptedException {
        long first = await(1);
        long begin = System.nanoTime();
        long last = await(rows);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return last > first ? (last - first) / seconds : rows / Math.max(seconds, POLL_MILLIS / 1e3);
    }

    /** Waits until the topic has this number of records, and returns their number. */
    long await(long records) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        long now = count();
        while (now < records) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%s has %d records, and %d are expected".formatted(name(), now, records));
            }
            Thread.sleep(POLL_MILLIS);
            now = count();
        }
        return now;
    }

    long count() throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    /** A consumer of the records that come from now on. */
    KafkaConsumer<byte[], byte[]> consumeNew() {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(brokers, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seekToEnd(List.of(partition));
        consumer.position(partition);
        return consumer;
    }

    /** Deletes the topic. */
    @Override
    public void close() throws ExecutionException, InterruptedException {
        admin.deleteTopics(Set.of(name())).all().get();
        admin.close();
    }
}
