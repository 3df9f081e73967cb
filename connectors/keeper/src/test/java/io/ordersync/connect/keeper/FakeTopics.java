package io.ordersync.connect.keeper;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.keeper.topic.ConnectorTopics;
import io.ordersync.connect.keeper.topic.SourceTopics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics without brokers. */
final class FakeTopics implements ConnectorTopics {

    final List<NewTopic> created = new ArrayList<>();
    Map<String, String> lacking = Map.of();
    boolean isAway;

    @Override
    public void create(ConnectorDefinition connector) throws IOException {
        if (isAway) {
            throw new IOException("away");
        }
        created.addAll(SourceTopics.of(connector));
    }

    @Override
    public Map<String, String> check(Collection<ConnectorDefinition> connectors, Set<String> running) {
        return lacking;
    }
}
