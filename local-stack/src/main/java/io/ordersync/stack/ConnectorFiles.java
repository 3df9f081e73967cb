package io.ordersync.stack;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The connectors that a folder defines: one JSON file each, named by its {@code name} or else by the file. */
final class ConnectorFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private ConnectorFiles() {}

    static List<String> namesIn(Path folder) {
        return Checkout.matching(folder, "*.json").stream()
                .map(ConnectorFiles::name)
                .toList();
    }

    private static String name(Path file) {
        String otherwise = file.getFileName().toString().replaceFirst("\\.json$", "");
        return JSON.readTree(file).path("name").asString(otherwise);
    }
}
