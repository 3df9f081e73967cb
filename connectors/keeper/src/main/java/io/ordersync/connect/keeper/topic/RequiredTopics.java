package io.ordersync.connect.keeper.topic;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.topics.RequiredTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The topics that a connector cannot work without. */
final class RequiredTopics {

    private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";
    private static final String DEAD_LETTER_REPLICAS = "errors.deadletterqueue.topic.replication.factor";
    private static final String SCHEMA_HISTORY = "schema.history.internal.kafka.topic";

    private RequiredTopics() {}

    /**
     * The topics that a source fills, and the dead-letter topic of a sink.
     *
     * <p>The schema history is one of them only while the source runs: Debezium makes it when a source starts for the first
     * time. Nobody else may make it. An empty one does not help: the source compares it with its offsets.
     */
    static List<RequiredTopic> of(ConnectorDefinition connector, boolean isRunning) {
        List<RequiredTopic> topics = new ArrayList<>();
        SourceTopics.of(connector).forEach(topic -> topics.add(RequiredTopic.made(topic)));
        SourceTopics.heartbeats(connector).ifPresent(topic -> topics.add(RequiredTopic.made(topic)));
        Map<String, String> config = connector.config();
        if (!config.getOrDefault(DEAD_LETTERS, "").isBlank()) {
            topics.add(RequiredTopic.deadLetters(config.get(DEAD_LETTERS), replicas(config)));
        }
        if (isRunning && config.containsKey(SCHEMA_HISTORY)) {
            topics.add(RequiredTopic.ofOthers(
                    config.get(SCHEMA_HISTORY),
                    "its source sends changes until it restarts, and cannot start again; see docs/cdc.md"));
        }
        return topics;
    }

    /** Connect's default is 3; the worker refuses what is no number. */
    private static Optional<Short> replicas(Map<String, String> config) {
        String replicas = config.getOrDefault(DEAD_LETTER_REPLICAS, "3");
        return Optional.of(replicas.matches("-?\\d{1,4}") ? Short.parseShort(replicas) : -1);
    }
}
