package io.ordersync.connect.sink.config.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordersync.connect.sink.JdbcSinkConnector;
import io.ordersync.stack.server.MariaDb;
import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A published configuration: the file with its name, and two records for it.
 *
 * @param table the table in which the rows are expected
 */
record PublishedConfiguration(String name, String topic, Kind kind, String table) {

    /** The form of the records. */
    enum Kind {
        /** The key is a text. */
        PLAIN,
        /** The key is a struct. */
        STRUCT_KEY,
        /** The key is a struct, and the value a change event of Debezium's sources. */
        CHANGE_EVENT
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN = "orders_sink";

    private static final String KEY =
            "{\"schema\":{\"type\":\"struct\",\"optional\":false,\"fields\":[{\"field\":\"id\",\"type\":\"int32\"},"
                    + "{\"field\":\"region\",\"type\":\"string\"}]},\"payload\":{\"id\":%d,\"region\":\"eu\"}}";
    private static final String ROW =
            "{\"type\":\"struct\",\"name\":\"users\",\"optional\":true,\"field\":\"after\",\"fields\":["
                    + "{\"field\":\"id\",\"type\":\"int32\",\"optional\":false},"
                    + "{\"field\":\"user_id\",\"type\":\"string\",\"optional\":true},"
                    + "{\"field\":\"qty\",\"type\":\"int32\",\"optional\":true},"
                    + "{\"field\":\"created_at\",\"type\":\"int64\",\"optional\":true,"
                    + "\"name\":\"org.apache.kafka.connect.data.Timestamp\",\"version\":1}]}";
    private static final String PAYLOAD = "{\"id\":%d,\"user_id\":\"kim\",\"qty\":7,\"created_at\":1774751400007}";
    private static final String PLAIN = "{\"schema\":" + ROW + ",\"payload\":" + PAYLOAD + "}";
    private static final String EVENT = "{\"schema\":{\"type\":\"struct\",\"name\":\"server.public.users.Envelope\","
            + "\"optional\":false,\"fields\":[" + ROW + ",{\"field\":\"op\",\"type\":\"string\"}]},"
            + "\"payload\":{\"op\":\"c\",\"after\":" + PAYLOAD + "}}";

    /** Creates the topic and sends a record for each of two rows. */
    void send(TestStack stack) {
        stack.topics().create(topic, 1);
        for (int id : List.of(1, 2)) {
            String key = kind == Kind.PLAIN ? "k" + id : KEY.formatted(id);
            stack.topics().send(topic, key, (kind == Kind.CHANGE_EVENT ? EVENT : PLAIN).formatted(id));
        }
        stack.topics().flush();
    }

    void register(TestStack stack) throws IOException, InterruptedException {
        stack.connect().put(name, options(stack.mariaDb()));
    }

    /** Changes class, host and login, and nothing else. */
    private Map<String, String> options(MariaDb server) throws IOException {
        Map<String, String> options = new TreeMap<>();
        try (InputStream file = PublishedConfiguration.class.getResourceAsStream("/published/" + name + ".json")) {
            for (Map.Entry<String, JsonNode> option :
                    JSON.readTree(file).get("config").properties()) {
                options.put(option.getKey(), option.getValue().asText());
            }
        }
        String host = server.jdbcUrl().replaceAll(".*//|/.*", "");
        options.put("connector.class", JdbcSinkConnector.class.getName());
        options.computeIfPresent(
                "connection.url",
                (option, url) -> url.replaceAll("//[^/?]+", "//" + host)
                        .replace(
                                "user=root&password=example", "user=" + LOGIN + "&password=" + server.password(LOGIN)));
        options.computeIfPresent("connection.user", (option, user) -> LOGIN);
        options.computeIfPresent("connection.username", (option, user) -> LOGIN);
        options.computeIfPresent("connection.password", (option, password) -> server.password(LOGIN));
        return options;
    }

    /** Counts the rows in the table; 0 if there is no table yet. */
    long rows(TestStack stack) {
        try {
            return Long.parseLong(stack.rows("SELECT COUNT(*) AS n FROM " + table + " WHERE user_id = 'kim'")
                    .get(0)
                    .get("n"));
        } catch (IllegalStateException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
