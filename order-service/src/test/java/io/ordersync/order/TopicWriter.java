package io.ordersync.order;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the topic orders as the services do, and moves the position of the table as the sink does. */
final class TopicWriter implements AutoCloseable {

    private final LocalStack stack;
    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    TopicWriter(LocalStack stack) {
        this.stack = stack;
        this.admin =
                Admin.create(Map.of("bootstrap.servers", (Object) stack.broker().bootstrapServers()));
        this.producer = producer(Map.of());
    }

    /** A producer with an open transaction; the caller ends the transaction. */
    KafkaProducer<String, byte[]> beginTransaction() {
        KafkaProducer<String, byte[]> transactional = producer(Map.of("transactional.id", "test-" + UUID.randomUUID()));
        transactional.initTransactions();
        transactional.beginTransaction();
        return transactional;
    }

    static OrderRecord pending(UUID id, int qty) {
        return pending(id, qty, Instant.now());
    }

    static OrderRecord pending(UUID id, int qty, Instant at) {
        return new OrderRecord(id, "user-1", "CATALOG-001", qty, 1500, qty * 1500, OrderStatus.PENDING, null, at, at);
    }

    void append(OrderRecord order) throws Exception {
        append(null, order);
    }

    void append(@Nullable Integer partition, OrderRecord order) throws Exception {
        producer.send(record(partition, order)).get();
    }

    /** Appends without waiting for each record. */
    void appendAll(List<OrderRecord> orders) {
        orders.forEach(order -> producer.send(record(null, order)));
        producer.flush();
    }

    static ProducerRecord<String, byte[]> record(@Nullable Integer partition, OrderRecord order) {
        return new ProducerRecord<>(Topics.ORDERS, partition, order.orderId().toString(), OrderEnvelope.write(order));
    }

    void addPartitions(int count) throws Exception {
        admin.createPartitions(Map.of(Topics.ORDERS, NewPartitions.increaseTo(count)))
                .all()
                .get();
    }

    int partitions() throws Exception {
        return topic().partitions().size();
    }

    /** Moves the position to the end of each partition, as if the sink had written or refused every record. */
    void movePositionToTheEnd() throws Exception {
        movePosition(topic().topicId().toString(), 0);
    }

    /**
     * Moves the position.
     *
     * @param behind added to the end of each partition
     */
    void movePosition(@Nullable String topicId, long behind) throws Exception {
        for (int partition = 0; partition < partitions(); partition++) {
            writePosition(partition, topicId, endOf(partition) + behind);
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    /** Writes an order into the table, as the sink does. */
    void insertRow(OrderRecord order) throws SQLException {
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, order.orderId().toString());
            insert.setString(2, order.userId());
            insert.setString(3, order.productId());
            insert.setInt(4, order.qty());
            insert.setInt(5, order.unitPrice());
            insert.setInt(6, order.totalPrice());
            insert.setString(7, order.status().name());
            insert.setString(8, order.reason());
            insert.setTimestamp(9, Timestamp.from(order.createdAt()));
            insert.setTimestamp(10, Timestamp.from(order.updatedAt()));
            insert.setInt(11, order.status().revision());
            insert.executeUpdate();
        }
    }

    /** How many records the topic has been given. */
    long size() throws Exception {
        long size = 0;
        for (int partition = 0; partition < partitions(); partition++) {
            size += endOf(partition);
        }
        return size;
    }

    private void writePosition(int partition, @Nullable String topicId, long offset) throws SQLException {
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                PreparedStatement replace = connection.prepareStatement(
                        "REPLACE INTO orders_sink_offset VALUES ('orders-sink', ?, ?, ?, ?)")) {
            replace.setString(1, Topics.ORDERS);
            replace.setInt(2, partition);
            replace.setString(3, topicId);
            replace.setLong(4, offset);
            replace.executeUpdate();
        }
    }

    private long endOf(int number) throws ExecutionException, InterruptedException {
        var partition = new TopicPartition(Topics.ORDERS, number);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private TopicDescription topic() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(Topics.ORDERS))
                .allTopicNames()
                .get()
                .get(Topics.ORDERS);
    }

    private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", stack.broker().bootstrapServers());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
