package io.ordersync.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A connector's name and configuration. All values are text, as in the worker's answers. */
public record ConnectorDefinition(String name, SortedMap<String, String> config) {

    /** @throws IOException if the file is not readable, or not {"name": …, "config": {…}}; the message quotes no values */
    public static ConnectorDefinition read(Path file) throws IOException {
        JsonNode json = Json.parse(Files.readAllBytes(file));
        if (!json.path("name").isTextual() || !(json.path("config") instanceof ObjectNode config)) {
            throw new IOException("the file must contain a text \"name\" and an object \"config\"");
        }
        return of(json.path("name").textValue(), config);
    }

    static ConnectorDefinition of(String name, ObjectNode config) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> option : config.properties()) {
            texts.put(option.getKey(), option.getValue().asText());
        }
        texts.put("name", name);
        return new ConnectorDefinition(name, texts);
    }

    /** Leaves the values out: they may be secrets. */
    @Override
    public String toString() {
        return name + config.keySet();
    }
}
