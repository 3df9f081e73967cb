package io.ordersync.benchmarks.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of orders. Records have the envelope of the system, and producers the settings of order-service. */
public record OrderTopic(String bootstrapServers, String name) {

    public static final int PARTITIONS = 6;

    /** Creates the topic with as many partitions as {@code orders} has. */
    public void create() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    public void delete() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(List.of(name)).all().get();
        }
    }

    /** The number of records ever written, transaction markers included. */
    public long countRecords() throws ExecutionException, InterruptedException {
        return endOffsets().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    /** The offsets of a consumer that reads only records written from now on. */
    public Map<TopicPartition, OffsetAndMetadata> endOffsets() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(number -> new TopicPartition(name, number), any -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> new OffsetAndMetadata(end.getValue().offset())));
        }
    }

    /**
     * Sends all orders in one transaction. A {@code read_committed} consumer sees them all at once after the commit, so a
     * running and warm consumer can be given a backlog.
     */
    public void sendInOneTransaction(List<OrderRecord> orders) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                UUID.randomUUID().toString(),
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024))) {
            producer.initTransactions();
            producer.beginTransaction();
            orders.forEach(order -> producer.send(toRecord(order)));
            producer.commitTransaction();
        }
    }

    public ProducerRecord<byte[], byte[]> toRecord(OrderRecord order) {
        return new ProducerRecord<>(name, order.orderId().toString().getBytes(UTF_8), OrderEnvelope.write(order));
    }

    /** A producer for single records. */
    public KafkaProducer<byte[], byte[]> producer() {
        return producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 1));
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> additional) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
        settings.putAll(additional);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
