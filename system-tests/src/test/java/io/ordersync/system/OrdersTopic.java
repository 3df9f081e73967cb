package io.ordersync.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The topic {@code orders} and its dead letters, read and written past all services. */
public class OrdersTopic implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Properties client = new Properties();
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    public OrdersTopic(String bootstrapServers) {
        client.put("bootstrap.servers", bootstrapServers);
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(client);
    }

    RecordMetadata append(OrderRecord order) {
        return append(order.orderId().toString(), OrderEnvelope.write(order));
    }

    RecordMetadata append(@Nullable String key, byte @Nullable [] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
        return get(producer.send(new ProducerRecord<>(Topics.ORDERS, keyBytes, value)));
    }

    /** Appends many values, by key. */
    void appendAll(Map<String, byte[]> values) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        values.forEach((key, value) ->
                sent.add(producer.send(new ProducerRecord<>(Topics.ORDERS, key.getBytes(UTF_8), value))));
        sent.forEach(OrdersTopic::get);
    }

    /** Appends a value that may be of many megabytes, as long as the broker finds it small. */
    RecordMetadata appendCompressed(String key, byte[] value) {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put("compression.type", "gzip");
        settings.put("max.request.size", "100000000");
        settings.put("buffer.memory", "100000000");
        try (var large = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            return get(large.send(new ProducerRecord<>(Topics.ORDERS, key.getBytes(UTF_8), value)));
        }
    }

    /** Appends a record as the dead-letters command does when it sends one back. */
    RecordMetadata replay(OrderRecord order) {
        var record = new ProducerRecord<>(
                Topics.ORDERS, order.orderId().toString().getBytes(UTF_8), OrderEnvelope.write(order));
        record.headers().add(Topics.REPLAYED_HEADER, "orders-sink-dlq:0:0".getBytes(UTF_8));
        return get(producer.send(record));
    }

    /** Every state of an order that the topic holds, oldest first. */
    List<OrderRecord> statesOf(UUID order) {
        return statesOf(Set.of(order));
    }

    /** Every state of these orders that the topic holds; those of one order oldest first. */
    List<OrderRecord> statesOf(Set<UUID> orders) {
        Set<String> keys = orders.stream().map(UUID::toString).collect(toSet());
        return read(Topics.ORDERS).stream()
                .filter(record -> record.key() != null && keys.contains(new String(record.key(), UTF_8)))
                .map(record -> OrderEnvelope.read(record.value()))
                .toList();
    }

    /** The last state of each of these orders. */
    Map<UUID, OrderStatus> lastStatesOf(Set<UUID> orders) {
        return statesOf(orders).stream()
                .collect(toMap(OrderRecord::orderId, OrderRecord::status, (earlier, later) -> later));
    }

    /** All committed records of a topic, in the order of each partition; none if there is no such topic. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        try (var consumer = reader()) {
            if (!consumer.listTopics().containsKey(topic)) {
                return List.of();
            }
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(A_MOMENT).forEach(records::add);
            }
            return records;
        }
    }

    /** Waits until a group has committed its offsets up to the end that the topic has now. */
    void awaitConsumedBy(String group, Duration atMost) {
        Map<TopicPartition, Long> ends = ends();
        await().atMost(atMost)
                .untilAsserted(() -> assertThat(open(group, ends))
                        .as("partitions that %s has not read to their end", group)
                        .isEmpty());
    }

    /** Whether a group has committed its offsets up to the end that the topic has now. */
    public boolean isConsumedBy(String group) {
        return open(group, ends()).isEmpty();
    }

    public int membersOf(String group) {
        return memberIdsOf(group).size();
    }

    /** A member that left, or was put out, and came back has another id. */
    Set<String> memberIdsOf(String group) {
        return get(admin.describeConsumerGroups(List.of(group)).all()).get(group).members().stream()
                .map(MemberDescription::consumerId)
                .collect(toSet());
    }

    /** Has a group read the whole topic once more, as soon as the last of its members is gone. */
    void rewind(String group) {
        await().atMost(Shop.SOON).until(() -> membersOf(group) == 0);
        get(admin.alterConsumerGroupOffsets(
                        group, partitions().stream().collect(toMap(p -> p, p -> new OffsetAndMetadata(0))))
                .all());
    }

    /** Makes the broker refuse the transactional producers of an application; returns how many there were. */
    int fenceProducersOf(String application) {
        List<String> ids = get(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(application))
                .toList();
        get(admin.fenceProducers(ids).all());
        return ids.size();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    /** An end may lie behind records that only a reader can tell from records: the marks that end a transaction. */
    private List<TopicPartition> open(String group, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .filter(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return offset == null
                            || (offset.offset() < end.getValue()
                                    && hasRecord(end.getKey(), offset.offset(), end.getValue()));
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasRecord(TopicPartition partition, long from, long to) {
        try (var consumer = reader()) {
            consumer.assign(List.of(partition));
            consumer.seek(partition, from);
            while (consumer.position(partition) < to) {
                if (!consumer.poll(A_MOMENT).isEmpty()) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Closing it waits for the fetch that is under way, which at the end of a topic waits for records. */
    private KafkaConsumer<byte[], byte[]> reader() {
        Properties settings = new Properties();
        settings.putAll(client);
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("fetch.max.wait.ms", "20");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<TopicPartition, Long> ends() {
        Collection<TopicPartition> partitions = partitions();
        return get(admin.listOffsets(partitions.stream().collect(toMap(p -> p, p -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private List<TopicPartition> partitions() {
        int count = get(admin.describeTopics(List.of(Topics.ORDERS)).allTopicNames())
                .get(Topics.ORDERS)
                .partitions()
                .size();
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(Topics.ORDERS, partition))
                .toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
