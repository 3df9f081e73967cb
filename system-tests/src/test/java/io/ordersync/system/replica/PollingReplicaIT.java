package io.ordersync.system.replica;

import static io.ordersync.system.replica.ReplicaSystem.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.connect.client.ConnectorStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code users} with {@code --polling} alone: its topic and the table that the sink makes of it. */
@ExtendWith(PollingSystemExtension.class)
class PollingReplicaIT {

    private static final String TOPIC = "my_topic_users";
    private static final String FIELDS =
            "{\"type\":\"struct\",\"fields\":[{\"type\":\"int32\",\"optional\":false,\"field\":\"id\"}";

    private final PollingSystem polling;
    private final ReplicaSystem tables;
    private final String user = UUID.randomUUID().toString();

    PollingReplicaIT(PollingSystem polling) {
        this.polling = polling;
        this.tables = polling.tables();
    }

    @Test
    void runsTheConnectorsOfPollingAndNoOthers() throws Exception {
        assertThat(tables.connect().connectors())
                .extracting(ConnectorStatus::name)
                .containsExactlyInAnyOrder("orders-sink", "users-polling-source", "users-polling-sink");
        assertThat(tables.states()).containsOnly("RUNNING");
    }

    @Test
    void insertArrivesInTopicAndTable() {
        insert("Kim");
        int id = tables.number("SELECT id FROM mydb.users WHERE user_id = '" + user + "'");
        soon(() -> assertThat(rowsOf(TOPIC)).isEqualTo(rowsOf("users")).contains("Kim"));
        assertThat(polling.records(TOPIC))
                .filteredOn(record -> record.value().contains(user))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key())
                            .isEqualTo("{\"schema\":" + FIELDS
                                    + "],\"optional\":false},\"payload\":{\"id\":%d}}".formatted(id));
                    assertThat(record.value())
                            .startsWith("{\"schema\":" + FIELDS + ",{\"type\":\"string\",")
                            .contains(
                                    "\"optional\":false,\"name\":\"users\"},\"payload\":{\"id\":%d,\"user_id\":\"%s\","
                                            .formatted(id, user));
                });
    }

    /** Mode incrementing. The second insert comes after the update. */
    @Test
    void updateDoesNotArrive() {
        insert("Kim");
        soon(() -> assertThat(rowsOf(TOPIC)).contains("Kim"));
        tables.sql("UPDATE mydb.users SET name = 'Lee' WHERE user_id = '" + user + "'");
        insert("Park");
        soon(() -> assertThat(rowsOf(TOPIC)).contains("Park"));
        assertThat(rowsOf(TOPIC)).contains("Kim").doesNotContain("Lee");
    }

    /** Several times: the order of the names in a partition must not depend on the start of the worker. */
    @Test
    void killedWorkerContinuesBehindTheStoredRow() {
        insert("first");
        for (int kills = 1; kills <= 3; kills++) {
            int last = tables.number("SELECT max(id) FROM mydb.users");
            soon(() -> assertThat(storedId()).isEqualTo(last));
            tables.stack().worker().kill();
            insert("after kill " + kills);
            tables.stack().start(tables.stack().worker());
            soon(() -> assertThat(rowsOf(TOPIC)).isEqualTo(rowsOf("users")));
        }
        assertThat(polling.records(TOPIC))
                .filteredOn(record -> record.value().contains(user))
                .as("each row was sent once")
                .hasSize(4);
        soon(() -> assertThat(tables.states()).containsOnly("RUNNING"));
    }

    /** A source that is registered by hand for the same table sends records without keys. */
    @Test
    void recordWithoutAKeyUpdatesTheRow() throws Exception {
        insert("Kim");
        soon(() -> assertThat(rowsOf(TOPIC)).contains("Kim"));
        ConsumerRecord<String, String> record = polling.records(TOPIC).stream()
                .filter(each -> each.value().contains(user))
                .findFirst()
                .orElseThrow();
        polling.send(TOPIC, record.value().replace("\"Kim\"", "\"Lee\""));
        soon(() -> assertThat(rowsOf(TOPIC)).contains("Lee").doesNotContain("Kim"));
    }

    @ParameterizedTest
    @CsvSource({
        "polling, DELETE FROM users",
        "polling, SELECT * FROM orders",
        "polling, SHOW BINARY LOGS",
        "polling_sink, SELECT * FROM users",
        "polling_sink, CREATE TABLE mine (id int)",
    })
    void loginsMayDoNothingElse(String login, String statement) throws SQLException {
        try (Connection connection = tables.stack().mariaDb().connect(login)) {
            assertThatThrownBy(() -> connection.createStatement().execute(statement))
                    .hasMessageContaining("denied");
        }
    }

    private void insert(String name) {
        tables.sql("INSERT INTO mydb.users (user_id, pwd, name) VALUES ('%s', 'a hash', '%s')".formatted(user, name));
    }

    private int storedId() throws Exception {
        return tables.connect()
                .offsets("users-polling-source")
                .at("/0/offset/incrementing")
                .asInt();
    }

    private String rowsOf(String table) {
        List<String> rows = tables.rows(
                "SELECT id, user_id, pwd, name, cast(created_at AS datetime) FROM mydb.%s WHERE user_id = '%s' ORDER BY id"
                        .formatted(table, user));
        return rows.toString();
    }
}
