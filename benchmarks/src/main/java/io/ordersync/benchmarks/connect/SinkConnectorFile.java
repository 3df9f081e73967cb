package io.ordersync.benchmarks.connect;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The JSON file of a sink connector, whose options a measurement can change. */
public record SinkConnectorFile(String name, Map<String, String> options) {

    public static SinkConnectorFile read(Path file) throws IOException {
        ConnectorDefinition definition = ConnectorDefinition.read(file);
        Map<String, String> options = new HashMap<>(definition.config());
        options.remove("name"); // each measurement gives its connector a new name
        return new SinkConnectorFile(definition.name(), options);
    }

    /** Reads the file of the system's own sink. */
    public static SinkConnectorFile ours() throws IOException {
        return read(Checkout.find().root().resolve("connectors/config/orders-sink.json"));
    }

    public String connectorClass() {
        return options.get("connector.class");
    }

    /** Returns the options for another topic and a number of tasks. */
    public Map<String, String> optionsFor(String topic, int tasks) {
        Map<String, String> all = new HashMap<>(options);
        all.put("topics", topic);
        all.put("tasks.max", Integer.toString(tasks));
        all.computeIfPresent("table.name.format", (option, any) -> "orders");
        return all;
    }
}
