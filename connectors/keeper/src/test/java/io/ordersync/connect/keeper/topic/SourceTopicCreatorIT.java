package io.ordersync.connect.keeper.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.ConfigResource.Type;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SourceTopicCreatorIT {

    private final String bootstrapServers = TestStack.running().bootstrapServers();

    @Test
    void createsATopicOnceWithItsSettings() throws Exception {
        SourceTopicCreator topics = SourceTopicCreator.at(bootstrapServers);
        topics.create(List.of(topic("kept_topic", Map.of("cleanup.policy", "compact"))));
        topics.create(List.of(topic("kept_topic", Map.of("cleanup.policy", "delete"))));

        assertThat(config("kept_topic").get("cleanup.policy").value()).isEqualTo("compact");
    }

    @Test
    void reportsWhatTheBrokersRefuse() {
        assertThatThrownBy(() -> SourceTopicCreator.at(bootstrapServers)
                        .create(List.of(topic("refused_topic", Map.of("no.such", "setting")))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no.such");
    }

    /** Waits until the broker knows the topic: the controller creates it a moment earlier. */
    private Config config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(Type.TOPIC, topic);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Awaitility.await().until(() -> admin.listTopics().names().get().contains(topic));
            return admin.describeConfigs(List.of(resource)).all().get().get(resource);
        }
    }

    private static NewTopic topic(String name, Map<String, String> settings) {
        return new NewTopic(name, Optional.of(1), Optional.empty()).configs(settings);
    }
}
