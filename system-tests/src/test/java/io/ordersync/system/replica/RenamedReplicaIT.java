package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectorDefinition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A running source and its sink whose topic gets another name: an upgrade renames a replica in this way. */
@ExtendWith(ReplicaSystemExtension.class)
class RenamedReplicaIT {

    private static final Path CONNECTORS = Path.of("..", "connectors", "config", "cdc");

    private final ReplicaSystem replicas;

    RenamedReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    /** Connectors that the keeper does not manage. */
    @AfterEach
    void deleteConnectors() throws Exception {
        replicas.connect().delete("renamed-source");
        replicas.connect().delete("renamed-sink");
    }

    @Test
    void anotherTopicPrefixFillsTheNewReplicaWithEarlierRows() throws Exception {
        replicas.sql(
                "CREATE TABLE mydb.renamed (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20))",
                "GRANT SELECT ON mydb.renamed TO cdc",
                "INSERT INTO mydb.renamed (name) VALUES ('earlier')");
        registerWithTopic("old_name", "cdc-renamed");
        soon(() -> assertThat(namesIn("old_name")).isEqualTo("[earlier]"));

        registerWithTopic("new_name", "cdc-renamed-again");
        replicas.sql("INSERT INTO mydb.renamed (name) VALUES ('later')");

        soon(() -> assertThat(namesIn("new_name")).isEqualTo("[earlier, later]"));
        assertThat(namesIn("old_name")).as("the former replica").isEqualTo("[earlier]");
        soon(() -> assertThat(replicas.states()).containsOnly("RUNNING"));
    }

    private void registerWithTopic(String topic, String prefix) throws Exception {
        replicas.sql("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON mydb.%s TO users_sink".formatted(topic));
        register(
                "source",
                Map.of(
                        "database.server.id",
                        "6497",
                        "topic.prefix",
                        prefix,
                        "table.include.list",
                        "mydb.renamed",
                        "schema.history.internal.kafka.topic",
                        prefix + "-schema-history",
                        "transforms.topic.regex",
                        prefix + "\\.mydb\\.renamed",
                        "transforms.topic.replacement",
                        topic,
                        "topic.creation.replicated.include",
                        topic));
        register("sink", Map.of("topics", topic));
    }

    /** The shipped connector with some options replaced. */
    private void register(String kind, Map<String, String> options) throws Exception {
        Path file = CONNECTORS.resolve("users-%s.json".formatted(kind));
        Map<String, String> config =
                new HashMap<>(ConnectorDefinition.read(file).config());
        config.putAll(options);
        config.put("name", "renamed-" + kind);
        replicas.connect().put("renamed-" + kind, config);
    }

    private String namesIn(String table) {
        return replicas.rows("SELECT name FROM mydb.%s ORDER BY id".formatted(table))
                .toString();
    }
}
