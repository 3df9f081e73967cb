package io.ordersync.stack.connect;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JSON files that define one connector each. */
public final class ConnectorFiles {

    private ConnectorFiles() {}

    /** The names of the connectors that the files of the folders define. */
    public static List<String> namesIn(List<Path> folders) throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : Checkout.matching(folder, "*.json")) {
                names.add(ConnectorDefinition.read(file).name());
            }
        }
        return names;
    }
}
