package io.ordersync.catalog.kafka.listener;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.catalog.Product;
import io.ordersync.catalog.Products;
import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each test sends its records as one batch to one partition. */
@CatalogServiceTest
class OrderListenerIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private Products products;

    @Autowired
    private LocalStack stack;

    private final String product = "P-" + UUID.randomUUID();
    private KafkaProducer<String, byte[]> producer;
    private Admin admin;

    @BeforeEach
    void open() {
        products.save(new Product(product, "any", 1000, 10));
        Map<String, Object> client = Map.of("bootstrap.servers", bootstrapServers(), "linger.ms", 60_000);
        producer = new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    @AfterEach
    void close() {
        producer.close();
        admin.close();
    }

    @Test
    void decidesTheValidRecordsOfABatch() {
        OrderRecord first = order("user-1");
        OrderRecord last = order("user-1");
        OrderRecord late = order("user-1");
        String broken = UUID.randomUUID().toString();
        byte[] afterAllDates = new String(OrderEnvelope.write(late), UTF_8)
                .replace("" + late.createdAt().toEpochMilli(), "253402300800000")
                .getBytes(UTF_8);

        send(first);
        send(broken, "{".getBytes(UTF_8));
        send(late.orderId().toString(), afterAllDates);
        send(last);
        producer.flush();

        awaitOutcome(first, OrderStatus.CONFIRMED);
        awaitOutcome(last, OrderStatus.CONFIRMED);
        assertThat(deadLetterOf(broken).value()).isEqualTo("{".getBytes(UTF_8));
        assertThat(deadLetterOf(late.orderId().toString()).value()).isEqualTo(afterAllDates);
        assertThat(stock()).isEqualTo(8);
    }

    /** The test adds a constraint, because the database accepts every order that passes the listener's checks. */
    @Test
    void sendsOrdersThatTheDatabaseRefusesToTheDeadLetters() throws SQLException {
        List<OrderRecord> orders = Stream.of("user-1", "refused", "user-2", "user-3", "refused")
                .map(this::order)
                .toList();
        root("ALTER TABLE stock_reservation ADD CONSTRAINT nobody CHECK (user_id <> 'refused')");
        try {
            orders.forEach(this::send);
            producer.flush();

            for (OrderRecord order : orders) {
                if (order.userId().equals("refused")) {
                    ConsumerRecord<String, byte[]> letter =
                            deadLetterOf(order.orderId().toString());
                    assertThat(letter.value()).isEqualTo(OrderEnvelope.write(order));
                    assertThat(header(letter, "kafka_dlt-exception-message")).contains("nobody");
                } else {
                    awaitOutcome(order, OrderStatus.CONFIRMED);
                }
            }
            assertThat(stock()).isEqualTo(7);
        } finally {
            root("ALTER TABLE stock_reservation DROP CONSTRAINT nobody");
        }
    }

    /** The broker aborts a transaction that takes too long, so it must not include the wait for a lock. */
    @Test
    void opensNoTransactionBeforeAllRequestsAreDecided() throws Exception {
        OrderRecord order = order("user-1");
        String broken = UUID.randomUUID().toString();
        try (Connection other = stack.mariaDb().connect("catalog_service");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE catalog SET stock = 5 WHERE product_id = '" + product + "'");

            send(broken, "{".getBytes(UTF_8));
            send(order);
            producer.flush();
            await("the listener waits for the product's lock").atMost(SOON).until(this::isWaiting);

            var ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
            assertThat(admin.listTransactions(ongoing).all().get()).isEmpty();
            other.commit();
        }
        awaitOutcome(order, OrderStatus.CONFIRMED);
        deadLetterOf(broken);
    }

    @Test
    void sendsANoteIfARecordIsTooLargeForTheTopic() throws Exception {
        OrderRecord good = order("user-1");
        String large = UUID.randomUUID().toString();
        byte[] random = new byte[200_000];
        new Random(1).nextBytes(random);
        limitDeadLetters(new AlterConfigOp(
                new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(100_000)), OpType.SET));
        try {
            send(large, random);
            send(good);
            producer.flush();

            awaitOutcome(good, OrderStatus.CONFIRMED);
            ConsumerRecord<String, byte[]> note = deadLetterOf(null);
            assertThat(new String(note.value(), UTF_8)).contains("\"partition\": 0", "\"valueBytes\": 200000");
            assertThat(header(note, "kafka_dlt-original-topic")).isEqualTo(Topics.ORDERS);
            assertThat(header(note, "kafka_dlt-exception-message")).isNotEmpty();
        } finally {
            limitDeadLetters(new AlterConfigOp(
                    new ConfigEntry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(16 * 1024 * 1024)),
                    OpType.SET));
        }
    }

    private void limitDeadLetters(AlterConfigOp change) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS_DLT);
        admin.incrementalAlterConfigs(Map.of(topic, List.of(change))).all().get();
    }

    private void send(OrderRecord order) {
        send(order.orderId().toString(), OrderEnvelope.write(order));
    }

    private void send(String key, byte[] value) {
        producer.send(new ProducerRecord<>(Topics.ORDERS, key, value));
    }

    private void awaitOutcome(OrderRecord order, OrderStatus status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(read(Topics.ORDERS))
                        .filteredOn(record -> order.orderId().toString().equals(record.key()))
                        .last()
                        .extracting(record -> OrderFormat.read(record.value()).status())
                        .isEqualTo(status));
    }

    /** A committed transaction becomes visible in one partition slightly earlier than in another. */
    private ConsumerRecord<String, byte[]> deadLetterOf(@Nullable String key) {
        List<ConsumerRecord<String, byte[]>> letters = await().atMost(SOON)
                .until(
                        () -> read(Topics.ORDERS_DLT).stream()
                                .filter(letter -> Objects.equals(key, letter.key()))
                                .toList(),
                        found -> !found.isEmpty());
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    /** Returns all records that are committed now. */
    private List<ConsumerRecord<String, byte[]>> read(String topic) {
        Map<String, Object> client =
                Map.of("bootstrap.servers", bootstrapServers(), "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private boolean isWaiting() throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            row.next();
            return row.getInt(1) == 1;
        }
    }

    private long stock() {
        return products.find(product).map(Product::stock).orElseThrow();
    }

    private OrderRecord order(String user) {
        Instant now = Instant.now();
        return new OrderRecord(UUID.randomUUID(), user, product, 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
    }

    private void root(String sql) throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            statement.execute(sql);
        }
    }

    private String bootstrapServers() {
        return stack.broker().bootstrapServers();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
