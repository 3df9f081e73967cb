package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Change events of a source without transformations, and a sink with the options of Debezium's own sink. */
@ExtendWith(ReplicaSystemExtension.class)
class ChangeEventsReplicaIT {

    private static final String TABLE = "mydb.events";
    private static final String REPLICA = "marketing.raw_mydb_events";
    private static final String ROWS = "SELECT id, name, CAST(paid_at AS CHAR), amount FROM %s ORDER BY id";

    private final ReplicaSystem replicas;

    ChangeEventsReplicaIT(ReplicaSystem replicas) {
        this.replicas = replicas;
    }

    @BeforeEach
    void register() throws Exception {
        replicas.sql(
                "CREATE TABLE " + TABLE + " (id int PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'none',"
                        + " paid_at datetime(3) NULL, amount decimal(10,2))",
                "GRANT SELECT ON " + TABLE + " TO cdc@'%'",
                "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER ON marketing.* TO marketing_sink@'%'",
                "INSERT INTO " + TABLE + " VALUES (1, 'before', '2026-03-29 02:30:00.007', 1.50)");
        replicas.connect().put("raw-source", source());
        soon(() -> assertThat(replicas.connect().status("raw-source")).isPresent());
        replicas.connect().put("raw-sink", sink());
    }

    @AfterEach
    void delete() throws Exception {
        replicas.connect().delete("raw-sink");
        replicas.connect().delete("raw-source");
        replicas.sql("DROP TABLE " + TABLE, "DROP TABLE IF EXISTS " + REPLICA);
    }

    @Test
    void replicaFollowsInsertUpdateAndDelete() throws Exception {
        soon(this::assertEqual);
        replicas.sql(
                "INSERT INTO " + TABLE + " (id, amount) VALUES (2, -2.25), (3, NULL)",
                "UPDATE " + TABLE + " SET name = 'after', paid_at = NULL WHERE id = 1",
                "DELETE FROM " + TABLE + " WHERE id = 3");
        soon(() -> {
            assertThat(replicas.rows(ROWS.formatted(REPLICA)))
                    .containsExactly("1 | after | null | 1.50", "2 | none | null | -2.25");
            assertEqual();
        });
        assertThat(replicas.states()).containsOnly("RUNNING");
    }

    private void assertEqual() {
        assertThat(replicas.rows(ROWS.formatted(REPLICA))).isNotEmpty().isEqualTo(replicas.rows(ROWS.formatted(TABLE)));
    }

    /** The source of users with another table, and without its transformations. */
    private Map<String, String> source() throws Exception {
        Map<String, String> source = new HashMap<>(
                replicas.connect().definition("users-source").orElseThrow().config());
        source.keySet().removeIf(option -> option.startsWith("transforms") || option.startsWith("topic.creation"));
        source.putAll(Map.of(
                "name", "raw-source",
                "database.server.id", "6499",
                "topic.prefix", "raw",
                "table.include.list", TABLE,
                "schema.history.internal.kafka.topic", "raw-schema-history",
                "topic.creation.default.partitions", "1",
                "topic.creation.default.replication.factor", "-1"));
        return source;
    }

    private static Map<String, String> sink() {
        Map<String, String> sink = new HashMap<>(Map.of(
                "connector.class", "io.ordersync.connect.sink.JdbcSinkConnector",
                "topics", "raw.mydb.events",
                "connection.url", "${env:MARKETING_SINK_URL}",
                "connection.username", "marketing_sink",
                "connection.password", "${env:MARKETING_SINK_PASSWORD}",
                "insert.mode", "upsert",
                "delete.enabled", "true",
                "primary.key.mode", "record_key",
                "schema.evolution", "basic"));
        sink.putAll(Map.of(
                "key.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "consumer.override.metadata.max.age.ms", "1000"));
        return sink;
    }
}
