package io.ordersync.operations.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads what topics hold at a moment, and ends there. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Brokers brokers;
    private final KafkaConsumer<byte[], byte[]> consumer;

    TopicReader(Brokers brokers) {
        this.brokers = brokers;
        this.consumer = brokers.consumer();
    }

    Brokers brokers() {
        return brokers;
    }

    /** What the topics hold now, in their order; nothing of a topic that is not there. */
    List<Range> ranges(List<String> topics) {
        Map<String, List<PartitionInfo>> existing = consumer.listTopics();
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> existing.getOrDefault(topic, List.of()).stream())
                .sorted(Comparator.comparing((PartitionInfo info) -> topics.indexOf(info.topic()))
                        .thenComparing(PartitionInfo::partition))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions); // or else the consumer warns that it learns about foreign partitions
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(each -> new Range(each, begins.get(each), ends.get(each)))
                .toList();
    }

    /**
     * Hands over the records of a range as they arrive.
     *
     * @throws TimeoutException if for 10 s nothing more arrives
     */
    void read(Range range, Consumer<List<ConsumerRecord<byte[], byte[]>>> batches) {
        consumer.assign(List.of(range.partition()));
        consumer.seek(range.partition(), range.begin());
        while (consumer.position(range.partition()) < range.end()) {
            batches.accept(more(range.partition()).stream()
                    .filter(record -> range.contains(record.offset()))
                    .toList());
        }
    }

    Optional<ConsumerRecord<byte[], byte[]>> find(RecordAddress address) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        ranges(List.of(address.topic())).stream()
                .filter(range -> range.partition().equals(address.topicPartition()))
                .filter(range -> range.contains(address.offset()))
                .forEach(range -> read(range.only(address.offset()), found::addAll));
        return found.stream().findFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> more(TopicPartition partition) {
        long position = consumer.position(partition);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (consumer.position(partition) > position) {
                return records;
            }
        }
        throw new TimeoutException(
                "nothing of %s from offset %d on within %d s".formatted(partition, position, PATIENCE.toSeconds()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
