package io.ordersync.connect.keeper.topic;

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
 * Creates the topics of a source when the source is registered. Connect would create a topic with its first record: until
 * then the topic's sink would warn every second that it finds no topic, and the first row would be late.
 */
public interface SourceTopicCreator {

    /** Creates the topics that do not exist. @throws IOException if the brokers cannot be reached, or refuse */
    void create(List<NewTopic> topics) throws IOException, InterruptedException;

    /** Leaves all topics to Connect. */
    static SourceTopicCreator none() {
        return topics -> {};
    }

    static SourceTopicCreator at(String bootstrapServers) {
        return topics -> create(topics, bootstrapServers);
    }

    private static void create(List<NewTopic> topics, String bootstrapServers)
            throws IOException, InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 5000, "default.api.timeout.ms", 5000);
        try (Admin admin = Admin.create(client)) {
            for (Future<Void> created : admin.createTopics(topics).values().values()) {
                requireCreated(created);
            }
        } catch (KafkaException e) {
            throw failure(e);
        }
    }

    private static void requireCreated(Future<Void> created) throws IOException, InterruptedException {
        try {
            created.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw failure(e.getCause());
            }
        }
    }

    private static IOException failure(Throwable cause) {
        return new IOException("its topics cannot be created: " + cause.getMessage(), cause);
    }
}
