package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A connector's JSON file, as it stands in the repository, with what a measurement has to change. */
public record SinkConfig(String name, Map<String, String> options) {

    public static SinkConfig read(Path file) throws IOException {
        JsonNode json = new JsonMapper().readTree(file);
        Map<String, String> options = new HashMap<>();
        json.path("config")
                .properties()
                .forEach(each -> options.put(each.getKey(), each.getValue().asString()));
        return new SinkConfig(json.path("name").asString(), options);
    }

    /** The sink of the system. */
    public static SinkConfig ours() throws IOException {
        return read(Home.root().resolve("connectors/config/orders-sink.json"));
    }

    public String connectorClass() {
        return options.get("connector.class");
    }

    public Map<String, String> with(String topic, int tasks) {
        Map<String, String> all = new HashMap<>(options);
        all.put("topics", topic);
        all.put("tasks.max", Integer.toString(tasks));
        all.computeIfPresent("table.name.format", (option, any) -> "orders");
        return all;
    }
}
