package io.ordersync.connect.keeper.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CheckedTopicsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String bootstrapServers = TestStack.running().bootstrapServers();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    private final ConnectorTopics topics = ConnectorTopics.at(bootstrapServers, Clock.systemUTC());
    private final String name = "kept_" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsATopicOnceWithItsSettings() throws Exception {
        topics.create(source(Map.of("cleanup.policy", "compact")));
        topics.create(source(Map.of("cleanup.policy", "delete")));

        assertThat(config(name).get("cleanup.policy").value()).isEqualTo("compact");
    }

    @Test
    void reportsWhatTheBrokersRefuse() {
        assertThatThrownBy(() -> topics.create(source(Map.of("no.such", "setting"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.such");
    }

    @Test
    void makesADeletedTopicAgainWithItsSettings() throws Exception {
        ConnectorDefinition source = source(Map.of("cleanup.policy", "compact"));
        topics.create(source);
        awaitExistence(name);
        assertThat(topics.check(List.of(source), Set.of())).isEmpty();
        admin.deleteTopics(List.of(name)).all().get();

        await().atMost(SOON).until(() -> {
            assertThat(topics.check(List.of(source), Set.of())).isEmpty();
            return exists(name);
        });
        assertThat(config(name).get("cleanup.policy").value()).isEqualTo("compact");
    }

    @Test
    void givesADeadLetterTopicThatConnectHasMadeUnlimitedRetention() throws Exception {
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        awaitExistence(name);

        topics.create(sink());
        assertThat(config(name).get("retention.ms").value()).isEqualTo("-1");

        admin.deleteTopics(List.of(name)).all().get();
        await().atMost(SOON).until(() -> {
            topics.check(List.of(sink()), Set.of());
            return exists(name);
        });
        assertThat(config(name).get("retention.ms").value()).isEqualTo("-1");
    }

    @Test
    void namesATopicThatItMustNotMake() throws Exception {
        ConnectorDefinition source = definition(Map.of("schema.history.internal.kafka.topic", name));
        assertThat(topics.check(List.of(source), Set.of()))
                .as("a source that has not started for the first time")
                .isEmpty();

        await().atMost(SOON)
                .until(() -> topics.check(List.of(source), Set.of("c"))
                        .getOrDefault("c", "")
                        .contains(name));
        assertThat(exists(name)).isFalse();
    }

    private ConnectorDefinition source(Map<String, String> settings) {
        Map<String, String> config = new TreeMap<>(Map.of(
                "topic.creation.groups", "g", "topic.creation.g.include", name, "topic.creation.g.partitions", "1"));
        settings.forEach((setting, value) -> config.put("topic.creation.g." + setting, value));
        return definition(config);
    }

    private ConnectorDefinition sink() {
        return definition(Map.of(
                "errors.deadletterqueue.topic.name", name, "errors.deadletterqueue.topic.replication.factor", "-1"));
    }

    private static ConnectorDefinition definition(Map<String, String> config) {
        return new ConnectorDefinition("c", new TreeMap<>(config));
    }

    private void awaitExistence(String topic) {
        await().atMost(SOON).until(() -> exists(topic));
    }

    private boolean exists(String topic) throws Exception {
        return admin.listTopics().names().get().contains(topic);
    }

    /** Waits until the broker knows the topic: the controller creates it a moment earlier. */
    private Config config(String topic) throws Exception {
        awaitExistence(topic);
        ConfigResource resource = new ConfigResource(Type.TOPIC, topic);
        return admin.describeConfigs(List.of(resource)).all().get().get(resource);
    }
}
