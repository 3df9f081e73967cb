package io.ordersync.connect.source.testing;

import io.ordersync.connect.source.JdbcSourceConnector;
import java.util.HashMap;
import java.util.Map;

/** Configurations that differ from a valid one in a few options. */
public final class SourceConfigs {

    private SourceConfigs() {}

    /** Returns a valid configuration with changed options: pairs of option and value; the value null removes the option. */
    public static Map<String, String> with(String... pairs) {
        return change(
                Map.of(
                        "name", "items-source",
                        "connector.class", JdbcSourceConnector.class.getName(),
                        "connection.url", "jdbc:mariadb://127.0.0.1:1/shop",
                        "connection.user", "fred",
                        "connection.password", "hush",
                        "mode", "incrementing",
                        "table.whitelist", "items",
                        "topic.prefix", "t_",
                        "topic.creation.default.partitions", "1"),
                pairs);
    }

    static Map<String, String> change(Map<String, String> options, String... pairs) {
        Map<String, String> changed = new HashMap<>(options);
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i + 1] == null) {
                changed.remove(pairs[i]);
            } else {
                changed.put(pairs[i], pairs[i + 1]);
            }
        }
        return changed;
    }
}
