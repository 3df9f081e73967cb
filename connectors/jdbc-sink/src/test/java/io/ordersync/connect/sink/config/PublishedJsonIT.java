package io.ordersync.connect.sink.config;

import static io.ordersync.connect.sink.testing.ItemsPipeline.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.sink.JdbcSinkConnector;
import io.ordersync.stack.testing.connect.TestStack;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configurations from tutorials of other JDBC sinks, with only the class changed. */
class PublishedJsonIT {

    private static final String USER =
            "{\"schema\":{\"type\":\"struct\",\"name\":\"users\",\"optional\":false,\"fields\":["
                    + "{\"field\":\"id\",\"type\":\"int32\",\"optional\":true},"
                    + "{\"field\":\"user_id\",\"type\":\"string\",\"optional\":true},"
                    + "{\"field\":\"created_at\",\"type\":\"int64\",\"optional\":true,"
                    + "\"name\":\"org.apache.kafka.connect.data.Timestamp\",\"version\":1}]},"
                    + "\"payload\":{\"id\":%d,\"user_id\":\"kim\",\"created_at\":1774751400007}}";

    private final TestStack stack = TestStack.running();
    private String topic = "";

    @AfterEach
    void close() throws Exception {
        stack.connect().delete(topic);
        stack.sql("DROP TABLE IF EXISTS `" + topic + "`");
    }

    @Test
    void insertsWithoutInsertModeAndKeyMode() throws Exception {
        topic = "my_topic_users";
        stack.topics().create(topic, 1);
        stack.topics().send(topic, null, USER.formatted(1));
        stack.topics().send(topic, null, USER.formatted(1));
        Map<String, String> config = common(stack.mariaDb().jdbcUrl().replace("mariadb:", "mysql:"));
        stack.connect().put(topic, config);
        await().until(() -> !stack.rows("SHOW TABLES LIKE '" + topic + "'").isEmpty() && stack.count(topic) == 2);
        assertThat(stack.rows("SELECT id, user_id, CAST(created_at AS CHAR) AS created FROM " + topic))
                .containsOnly(Map.of("id", "1", "user_id", "kim", "created", "2026-03-29 02:30:00.007"));
    }

    @Test
    void upsertsByAPlainRecordKey() throws Exception {
        topic = "published_orders";
        stack.topics().create(topic, 1);
        stack.topics().send(topic, "k1", USER.formatted(1));
        stack.topics().send(topic, "k1", USER.formatted(2));
        stack.topics().send(topic, "k2", USER.formatted(3));
        Map<String, String> config = common(stack.mariaDb().jdbcUrl());
        config.putAll(Map.of(
                "delete.enabled", "false",
                "insert.mode", "upsert",
                "pk.mode", "record_key",
                "pk.fields", "order_id"));
        stack.connect().put(topic, config);
        await().until(() -> !stack.rows("SHOW TABLES LIKE '" + topic + "'").isEmpty() && stack.count(topic) == 2);
        await().untilAsserted(() -> assertThat(stack.rows("SELECT order_id, id FROM " + topic + " ORDER BY order_id"))
                .containsExactly(Map.of("order_id", "k1", "id", "2"), Map.of("order_id", "k2", "id", "3")));
    }

    private Map<String, String> common(String url) {
        return new HashMap<>(Map.of(
                "connector.class", JdbcSinkConnector.class.getName(),
                "connection.url", url,
                "connection.user", "orders_sink",
                "connection.password", stack.mariaDb().password("orders_sink"),
                "auto.create", "true",
                "auto.evolve", "true",
                "tasks.max", "1",
                "topics", topic,
                "consumer.override.auto.offset.reset", "earliest"));
    }
}
