package io.ordersync.connect.source.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.source.JdbcSourceConnector;
import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A real worker with the source, the sink, a database and a broker. */
final class Worker {

    static final String LOGIN = "poller";
    static final String PASSWORD = "poller-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    final TestStack stack = TestStack.running();

    Worker() {
        stack.sql(
                "CREATE OR REPLACE USER '%s'@'%%' IDENTIFIED BY '%s'".formatted(LOGIN, PASSWORD),
                "GRANT SELECT, PROCESS ON *.* TO '%s'@'%%'".formatted(LOGIN));
    }

    static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    /** Returns a published configuration with another class, host and login. Few of them encrypt: the database lets them. */
    Map<String, String> published(String file) {
        stack.sql("SET GLOBAL require_secure_transport = OFF");
        Map<String, String> options = new TreeMap<>();
        try (InputStream json = Worker.class.getResourceAsStream("/published/" + file + ".json")) {
            for (Map.Entry<String, JsonNode> option : JSON.readTree(json).properties()) {
                options.put(option.getKey(), option.getValue().asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String host = stack.mariaDb().jdbcUrl().replaceAll(".*//|/.*", "");
        options.put("connector.class", JdbcSourceConnector.class.getName());
        options.computeIfPresent("connection.url", (option, url) -> url.replaceAll("//[^/?]+", "//" + host));
        options.put("connection.user", LOGIN);
        options.put("connection.password", PASSWORD);
        return options;
    }

    void requireEncryption() {
        stack.sql("SET GLOBAL require_secure_transport = ON");
    }

    Map<String, String> config(String table, String... more) {
        Map<String, String> config = new HashMap<>();
        config.put("connector.class", JdbcSourceConnector.class.getName());
        config.put("tasks.max", "1");
        config.put("connection.url", stack.mariaDb().jdbcUrl());
        config.put("connection.user", LOGIN);
        config.put("connection.password", PASSWORD);
        config.put("connection.backoff.ms", "200");
        config.put("mode", "incrementing");
        config.put("table.whitelist", table);
        config.put("topic.prefix", "p_");
        config.put("poll.interval.ms", "100");
        config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        config.put("topic.creation.default.partitions", "1");
        config.put("topic.creation.default.replication.factor", "1");
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i], more[i + 1]);
        }
        return config;
    }

    /** Returns the configuration of a sink that creates its table. */
    Map<String, String> sink(String topic) {
        Map<String, String> sink = new HashMap<>();
        sink.put("connector.class", "io.ordersync.connect.sink.JdbcSinkConnector");
        sink.put("connection.url", stack.mariaDb().jdbcUrl());
        sink.put("connection.user", "orders_sink");
        sink.put("connection.password", stack.mariaDb().password("orders_sink"));
        sink.put("auto.create", "true");
        sink.put("topics", topic);
        return sink;
    }

    void register(String connector, Map<String, String> config) {
        register(stack.connect(), connector, config);
    }

    static void register(ConnectClient connect, String connector, Map<String, String> config) {
        await().ignoreExceptions().untilAsserted(() -> connect.put(connector, config));
    }

    void awaitRunning(String connector) {
        await().until(() -> stack.states(connector).equals("RUNNING RUNNING"));
    }

    void delete(String connector) {
        await().ignoreExceptions().untilAsserted(() -> stack.connect().delete(connector));
    }

    /** Returns the errors of a validation. */
    static List<String> errors(ConnectClient connect, Map<String, String> config) throws Exception {
        config.putIfAbsent("name", "any-source");
        List<String> errors = new ArrayList<>();
        for (JsonNode option :
                connect.validate(JdbcSourceConnector.class.getName(), config).path("configs")) {
            option.at("/value/errors").forEach(error -> errors.add(error.asText()));
        }
        return errors;
    }

    /** Returns the payloads of a topic, once it has at least so many records. */
    List<JsonNode> payloads(String topic, int count) {
        List<ConsumerRecord<String, String>> records =
                await().until(() -> stack.topics().all(topic), all -> all.size() >= count);
        return records.stream()
                .map(record -> json(record.value()).get("payload"))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
