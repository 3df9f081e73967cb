package io.ordersync.stack.connect;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON files that define one connector each. */
public final class ConnectorFiles {

    private ConnectorFiles() {}

    /** The names of the connectors that a file, or all files of a folder, define. */
    public static List<String> namesIn(Path fileOrFolder) throws IOException {
        List<Path> files =
                Files.isDirectory(fileOrFolder) ? Checkout.matching(fileOrFolder, "*.json") : List.of(fileOrFolder);
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            names.add(ConnectorDefinition.read(file).name());
        }
        return names;
    }
}
