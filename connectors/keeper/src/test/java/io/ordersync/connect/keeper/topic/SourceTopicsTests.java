package io.ordersync.connect.keeper.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class SourceTopicsTests {

    @Test
    void containTheTopicsOfTheShippedSources() throws Exception {
        assertThat(topicsOf("cdc/users-source.json")).extracting(NewTopic::name).containsExactly("SYNC_USER_TABLE");
        assertThat(topicsOf("cdc/orders-source.json"))
                .extracting(NewTopic::name)
                .containsExactly("SYNC_ORDER_TABLE");
        assertThat(topicsOf("polling/users-polling-source.json"))
                .extracting(NewTopic::name)
                .containsExactly("my_topic_users");
        assertThat(topicsOf("cdc/users-sink.json")).isEmpty();
    }

    @Test
    void haveTheSettingsOfTheirGroupAndTheNumbersOfTheDefaultGroup() throws Exception {
        NewTopic topic = topicsOf("cdc/users-source.json").get(0);
        assertThat(topic.numPartitions()).isEqualTo(1);
        assertThat(topic.replicationFactor()).as("left to the brokers").isEqualTo((short) -1);
        assertThat(topic.configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("delete.retention.ms", "604800000")
                .doesNotContainKeys("include", "partitions", "replication.factor");
    }

    @Test
    void leaveOutPatterns() {
        Map<String, String> config =
                Map.of("topic.creation.groups", "a, b", "topic.creation.a.include", "shop_.*, x", "other", "1");
        assertThat(SourceTopics.of(new ConnectorDefinition("source", new TreeMap<>(config))))
                .extracting(NewTopic::name)
                .containsExactly("x");
    }

    @Test
    void leaveOutAGroupWithInvalidNumbers() {
        Map<String, String> config = Map.of(
                "topic.creation.groups", "a", "topic.creation.a.include", "x", "topic.creation.a.partitions", "many");
        assertThat(SourceTopics.of(new ConnectorDefinition("source", new TreeMap<>(config))))
                .isEmpty();
    }

    private static List<NewTopic> topicsOf(String file) throws Exception {
        return SourceTopics.of(ConnectorDefinition.read(Path.of("../config", file)));
    }
}
