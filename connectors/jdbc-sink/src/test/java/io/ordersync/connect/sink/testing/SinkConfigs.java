package io.ordersync.connect.sink.testing;

import io.ordersync.connect.sink.JdbcSinkConnector;
import java.util.HashMap;
import java.util.Map;

/** Configurations that differ from a valid one in a few options. */
public final class SinkConfigs {

    private SinkConfigs() {}

    /** Returns a valid configuration with changed options: pairs of option and value; the value null removes the option. */
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
