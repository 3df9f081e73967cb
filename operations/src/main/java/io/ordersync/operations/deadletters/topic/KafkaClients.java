package io.ordersync.operations.deadletters.topic;

import io.ordersync.cli.CommandFailed;
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
import org.jspecify.annotations.Nullable;

/** Makes clients for one Kafka. No client waits longer than 10 s for an answer. */
public record KafkaClients(Map<String, Object> settings) {

    private static final String TIMEOUT_MILLIS = "10000";

    /** @throws CommandFailed if the file with settings cannot be read */
    public static KafkaClients of(String servers, @Nullable Path commandConfig) {
        Map<String, Object> settings = new HashMap<>();
        if (commandConfig != null) {
            load(commandConfig, settings);
        }
        settings.put("bootstrap.servers", servers);
        settings.put("client.id", "dead-letters");
        settings.put("request.timeout.ms", TIMEOUT_MILLIS);
        return new KafkaClients(settings);
    }

    /** Belongs to no consumer group, and reads committed records only. */
    KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> consumer = with(Map.of(
                "default.api.timeout.ms", TIMEOUT_MILLIS,
                "fetch.max.wait.ms", "20", // a wait at the end of one partition delays the next partition
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false"));
        return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Chooses the partition by the key, as the services do, and accepts values as large as a dead letter may be. */
    public KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> producer = with(Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "compression.type", "lz4",
                "max.request.size", Integer.toString(32 * 1024 * 1024),
                "max.block.ms", TIMEOUT_MILLIS,
                "delivery.timeout.ms", "20000"));
        return new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(with(Map.of("default.api.timeout.ms", TIMEOUT_MILLIS)));
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
