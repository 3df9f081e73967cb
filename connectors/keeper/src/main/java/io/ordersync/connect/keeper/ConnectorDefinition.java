package io.ordersync.connect.keeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A connector's name and configuration, as text by text: the form in which a worker keeps and returns it. */
record ConnectorDefinition(String name, SortedMap<String, String> config) {

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
