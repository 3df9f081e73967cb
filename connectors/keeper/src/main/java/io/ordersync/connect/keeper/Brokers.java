package io.ordersync.connect.keeper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Where the topics of sources are made when these are registered. Connect would make them with their first record: until
 * then their sinks would look for them, with a warning every second, and the first row would be late.
 */
interface Brokers {

    /** Makes those that do not exist. @throws IOException if the brokers cannot be reached, or refuse */
    void make(List<NewTopic> topics) throws IOException, InterruptedException;

    /** Leaves all topics to Connect. */
    static Brokers none() {
        return topics -> {};
    }

    static Brokers at(String bootstrapServers) {
        return topics -> make(topics, bootstrapServers);
    }

    private static void make(List<NewTopic> topics, String bootstrapServers) throws IOException, InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5000, "default.api.timeout.ms", 5000);
        try (Admin admin = Admin.create(client)) {
            for (Future<Void> made : admin.createTopics(topics).values().values()) {
                requireMade(made);
            }
        } catch (KafkaException e) {
            throw new IOException("its topics cannot be made: " + e.getMessage(), e);
        }
    }

    private static void requireMade(Future<Void> made) throws IOException, InterruptedException {
        try {
            made.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException(
                        "its topics cannot be made: " + e.getCause().getMessage(), e);
            }
        }
    }
}
