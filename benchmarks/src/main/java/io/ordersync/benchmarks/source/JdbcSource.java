package io.ordersync.benchmarks.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.benchmarks.servers.BenchmarkServers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that a polling source must do, in plain JDBC: read rows with new ids, write each as JSON behind a schema that is
 * rendered once, and send it. It loses rows that commit late, keeps no offset and survives no fault.
 */
record JdbcSource(BenchmarkServers servers) implements RowSource {

    private static final String SELECT = "SELECT * FROM %s WHERE id > ? ORDER BY id".formatted(SourceTable.NAME);
    private static final int FETCH_SIZE = 2000;

    private static final String SCHEMA = """
            {"schema":{"type":"struct","fields":[{"type":"int64","optional":false,"field":"id"},\
            {"type":"string","optional":false,"field":"user_id"},{"type":"string","optional":false,"field":"product_id"},\
            {"type":"int32","optional":false,"field":"qty"},{"type":"int32","optional":false,"field":"total_price"},\
            {"type":"string","optional":true,"field":"note"},{"type":"int64","optional":false,\
            "name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"created_at"},\
            {"type":"int64","optional":false,"field":"sent_nanos"}],"optional":false,"name":"%s"},"payload":""".formatted(SourceTable.NAME);

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public RowTopic createTopic() throws Exception {
        return RowTopic.create(servers.bootstrapServers(), "source-" + UUID.randomUUID());
    }

    @Override
    public AutoCloseable start(RowTopic topic, int pauseMillis) {
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Void> reading = thread.submit(() -> read(topic, pauseMillis, ended));
        thread.shutdown();
        return () -> {
            ended.set(true);
            reading.get(1, TimeUnit.MINUTES);
        };
    }

    private Void read(RowTopic topic, int pauseMillis, AtomicBoolean ended) throws Exception {
        try (Connection connection = servers.database().connect("root");
                PreparedStatement select = connection.prepareStatement(SELECT);
                KafkaProducer<byte[], byte[]> producer = producer()) {
            select.setFetchSize(FETCH_SIZE);
            long last = 0;
            while (!ended.get()) {
                last = readPage(select, last, topic.name(), producer);
                Thread.sleep(pauseMillis);
            }
        }
        return null;
    }

    private static long readPage(
            PreparedStatement select, long after, String topic, KafkaProducer<byte[], byte[]> producer)
            throws SQLException {
        select.setLong(1, after);
        long last = after;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                last = rows.getLong(1);
                producer.send(new ProducerRecord<>(topic, json(rows).getBytes(UTF_8)));
            }
        }
        return last;
    }

    /** No text of the table needs an escape. */
    private static String json(ResultSet row) throws SQLException {
        return new StringBuilder(1200)
                .append(SCHEMA)
                .append("{\"id\":")
                .append(row.getLong(1))
                .append(",\"user_id\":\"")
                .append(row.getString(2))
                .append("\",\"product_id\":\"")
                .append(row.getString(3))
                .append("\",\"qty\":")
                .append(row.getInt(4))
                .append(",\"total_price\":")
                .append(row.getInt(5))
                .append(",\"note\":\"")
                .append(row.getString(6))
                .append("\",\"created_at\":")
                .append(millis(row.getObject(7, LocalDateTime.class)))
                .append(",\"sent_nanos\":")
                .append(row.getLong(8))
                .append("}}")
                .toString();
    }

    private static long millis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers.bootstrapServers(),
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "batch.size",
                        256 * 1024,
                        "linger.ms",
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
