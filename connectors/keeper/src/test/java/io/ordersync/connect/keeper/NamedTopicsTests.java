package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class NamedTopicsTests {

    @Test
    void areThoseOfTheShippedSources() throws Exception {
        assertThat(of("users-source.json")).extracting(NewTopic::name).containsExactly("my_topic_users");
        assertThat(of("orders-source.json")).extracting(NewTopic::name).containsExactly("SYNC_ORDER_TABLE");
        assertThat(of("users-sink.json")).isEmpty();
    }

    @Test
    void haveTheSettingsOfTheirGroupAndTheNumbersOfTheDefault() throws Exception {
        NewTopic topic = of("users-source.json").get(0);
        assertThat(topic.numPartitions()).isEqualTo(1);
        assertThat(topic.replicationFactor()).as("left to the brokers").isEqualTo((short) -1);
        assertThat(topic.configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("delete.retention.ms", "604800000")
                .doesNotContainKeys("include", "partitions", "replication.factor");
    }

    @Test
    void areNotWhatAPatternMayMean() {
        Map<String, String> config =
                Map.of("topic.creation.groups", "a, b", "topic.creation.a.include", "shop_.*, x", "other", "1");
        assertThat(NamedTopics.of(new ConnectorDefinition("source", new TreeMap<>(config))))
                .extracting(NewTopic::name)
                .containsExactly("x");
    }

    @Test
    void areNoneWhereTheWorkerWillRefuseTheNumbers() {
        Map<String, String> config = Map.of(
                "topic.creation.groups", "a", "topic.creation.a.include", "x", "topic.creation.a.partitions", "many");
        assertThat(NamedTopics.of(new ConnectorDefinition("source", new TreeMap<>(config))))
                .isEmpty();
    }

    private static List<NewTopic> of(String file) throws Exception {
        return NamedTopics.of(new ConnectorFile(Path.of(file)).read());
    }
}
