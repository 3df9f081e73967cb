package io.ordersync.connect.keeper.topic;

import io.ordersync.connect.client.ConnectorDefinition;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Keeps the topics of connectors in existence. Connect would create a topic of a source with its first record: until then the
 * topic's sink would warn every second that it finds no topic, and the first row would be late. It creates a dead-letter
 * topic when the sink starts, with a retention that deletes old letters at once, and no topic that is missing later.
 */
public interface ConnectorTopics {

    /** Makes the missing topics of a connector. @throws IOException if the brokers cannot be reached, or refuse */
    void create(ConnectorDefinition connector) throws IOException, InterruptedException;

    /**
     * Makes the missing topics of all connectors.
     *
     * @param running the names of the connectors that run with all their tasks
     * @return the connectors that still lack a topic, by name, with the topic and the reason
     */
    Map<String, String> check(Collection<ConnectorDefinition> connectors, Set<String> running)
            throws InterruptedException;

    /** Leaves all topics to Connect. */
    static ConnectorTopics none() {
        return new ConnectorTopics() {
            @Override
            public void create(ConnectorDefinition connector) {}

            @Override
            public Map<String, String> check(Collection<ConnectorDefinition> connectors, Set<String> running) {
                return Map.of();
            }
        };
    }

    static ConnectorTopics at(String bootstrapServers, Clock clock) {
        return new CheckedTopics(bootstrapServers, clock);
    }
}
