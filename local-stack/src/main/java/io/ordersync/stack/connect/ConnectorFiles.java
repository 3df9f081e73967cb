package io.ordersync.stack.connect;

import io.ordersync.stack.files.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The connectors that JSON files define, one each: named by its {@code name} or else by the file. */
public final class ConnectorFiles {

    private static final JsonMapper JSON = new JsonMapper();

    private ConnectorFiles() {}

    /** The connectors of a file, or of all files in a folder. */
    public static List<String> namesIn(Path fileOrFolder) {
        List<Path> files =
                Files.isDirectory(fileOrFolder) ? Checkout.matching(fileOrFolder, "*.json") : List.of(fileOrFolder);
        return files.stream().map(ConnectorFiles::name).toList();
    }

    private static String name(Path file) {
        String otherwise = file.getFileName().toString().replaceFirst("\\.json$", "");
        return JSON.readTree(file).path("name").asString(otherwise);
    }
}
