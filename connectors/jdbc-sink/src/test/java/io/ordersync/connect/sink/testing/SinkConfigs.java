package io.ordersync.connect.sink.testing;

import io.ordersync.connect.sink.JdbcSinkConnector;
import java.util.HashMap;
import java.util.Map;

/** Configurations for tests: the orders' one, and what differs from it. */
public final class SinkConfigs {

    private SinkConfigs() {}

    /** Pairs of option and value; a null value takes the option away. */
    public static Map<String, String> with(String... pairs) {
        Map<String, String> options = new HashMap<>(Map.of(
                "name", "items-sink",
                "connector.class", JdbcSinkConnector.class.getName(),
                "topics", "items",
                "connection.url", "jdbc:mariadb://127.0.0.1:1/shop",
                "connection.user", "fred",
                "connection.password", "hush",
                "insert.mode", "upsert",
                "pk.mode", "record_key",
                "pk.fields", "id"));
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] == null) {
                options.remove(pairs[i]);
            } else {
                options.put(pairs[i], pairs[i + 1]);
            }
        }
        return options;
    }
}
