package io.ordersync.operations.deadletters;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How to reach Kafka: no client waits longer than 10 s for an answer. */
record Brokers(Map<String, Object> settings) {

    private static final String PATIENCE_MILLIS = "10000";

    /** @throws CommandFailed if the file with settings cannot be read */
    static Brokers of(Arguments arguments) {
        Map<String, Object> settings = new HashMap<>();
        if (arguments.has(Option.COMMAND_CONFIG)) {
            load(Path.of(arguments.value(Option.COMMAND_CONFIG)), settings);
        }
        settings.put("bootstrap.servers", arguments.value(Option.BOOTSTRAP_SERVER));
        settings.put("client.id", "dead-letters");
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        return new Brokers(settings);
    }

    /** Outside of any group, and blind to what is not committed. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> consumer = with(Map.of(
                "default.api.timeout.ms", PATIENCE_MILLIS,
                "fetch.max.wait.ms", "20", // for what comes after the end, which holds up the next partition
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false"));
        return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Partitions by key, as everybody who writes orders does; takes values as large as a dead letter may be. */
    KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> producer = with(Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "compression.type", "lz4",
                "max.request.size", Integer.toString(16 * 1024 * 1024),
                "max.block.ms", PATIENCE_MILLIS,
                "delivery.timeout.ms", "20000"));
        return new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(with(Map.of("default.api.timeout.ms", PATIENCE_MILLIS)));
    }

    private Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(more);
        return all;
    }

    private static void load(Path file, Map<String, Object> settings) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            properties.forEach((name, value) -> settings.put(name.toString(), value));
        } catch (IOException e) {
            throw new CommandFailed("Cannot read " + file + ": " + e, e);
        }
    }
}
