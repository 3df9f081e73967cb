package io.ordersync.operations.deadletters.topic;

import io.ordersync.operations.deadletters.record.RecordAddress;
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

/** Reads the records that topics hold at one moment. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaClients clients;
    private final KafkaConsumer<byte[], byte[]> consumer;

    public TopicReader(KafkaClients clients) {
        this.clients = clients;
        this.consumer = clients.consumer();
    }

    public KafkaClients clients() {
        return clients;
    }

    public boolean exists(String topic) {
        return consumer.listTopics().containsKey(topic);
    }

    /**
     * Passes on the records that the topics hold now, in the order of the topics and partitions. A topic that does not
     * exist counts as empty.
     *
     * @throws TimeoutException if no record arrives for 10 s
     */
    public void read(List<String> topics, Consumer<List<ConsumerRecord<byte[], byte[]>>> batches) {
        ranges(topics).forEach(range -> read(range, batches));
    }

    public Optional<ConsumerRecord<byte[], byte[]>> find(RecordAddress address) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        ranges(List.of(address.topic())).stream()
                .filter(range -> range.partition().equals(address.topicPartition()))
                .filter(range -> range.contains(address.offset()))
                .forEach(range -> read(range.only(address.offset()), found::addAll));
        return found.stream().findFirst();
    }

    private List<OffsetRange> ranges(List<String> topics) {
        Map<String, List<PartitionInfo>> existing = consumer.listTopics();
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> existing.getOrDefault(topic, List.of()).stream())
                .sorted(Comparator.comparing((PartitionInfo info) -> topics.indexOf(info.topic()))
                        .thenComparing(PartitionInfo::partition))
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions); // otherwise the consumer logs a warning about partitions that are not assigned
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        return partitions.stream()
                .map(each -> new OffsetRange(each, begins.get(each), ends.get(each)))
                .toList();
    }

    private void read(OffsetRange range, Consumer<List<ConsumerRecord<byte[], byte[]>>> batches) {
        consumer.assign(List.of(range.partition()));
        consumer.seek(range.partition(), range.begin());
        while (consumer.position(range.partition()) < range.end()) {
            batches.accept(poll(range.partition()).stream()
                    .filter(record -> range.contains(record.offset()))
                    .toList());
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> poll(TopicPartition partition) {
        long position = consumer.position(partition);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
            if (consumer.position(partition) > position) {
                return records;
            }
        }
        throw new TimeoutException("no record of %s arrived from offset %d on within %d s"
                .formatted(partition, position, TIMEOUT.toSeconds()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
