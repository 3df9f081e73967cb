package io.ordersync.benchmarks.servers;

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

/** Sends orders in the real envelope, with the settings of order-service. */
public record Topic(String bootstrapServers, String name) {

    public static final int PARTITIONS = 6;

    /** A topic beside {@code orders}, with as many partitions. */
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

    /** Records that were ever written, and markers of transactions. */
    public long size() throws ExecutionException, InterruptedException {
        return ends().values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    /** Where a consumer would begin that reads what comes from now on. */
    public Map<TopicPartition, OffsetAndMetadata> ends() throws ExecutionException, InterruptedException {
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
     * Sends all in one transaction. Whoever reads what is committed sees nothing before, and then all of it at once: so
     * a consumer that is running and warm can be given a backlog.
     */
    public void sendAtOnce(List<OrderRecord> orders) {
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                UUID.randomUUID().toString(),
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                256 * 1024))) {
            producer.initTransactions();
            producer.beginTransaction();
            orders.forEach(order -> producer.send(record(order)));
            producer.commitTransaction();
        }
    }

    public ProducerRecord<byte[], byte[]> record(OrderRecord order) {
        return new ProducerRecord<>(name, order.orderId().toString().getBytes(UTF_8), OrderEnvelope.write(order));
    }

    /** For single records. */
    public KafkaProducer<byte[], byte[]> producer() {
        return producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 1));
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> special) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ProducerConfig.ACKS_CONFIG, "all",
                ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"));
        settings.putAll(special);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
