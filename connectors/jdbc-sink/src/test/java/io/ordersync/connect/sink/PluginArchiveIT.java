package io.ordersync.connect.sink;

import io.ordersync.connect.database.testing.PluginArchive;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginArchiveIT {

    private final PluginArchive plugin = new PluginArchive(
            "order-sync-jdbc-sink", List.of("connect-database", "jdbc-sink", "mariadb-java-client", "outage-log"));

    @Test
    void archiveHoldsTheSinkItsDriverAndOurLibrariesOnly() throws IOException {
        plugin.assertArchiveIsComplete();
    }

    @Test
    void folderHoldsTheSameFilesAsTheArchive() throws IOException {
        plugin.assertFolderIsComplete();
    }
}
