package io.ordersync.connect.source;

import io.ordersync.connect.database.testing.PluginArchive;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginArchiveIT {

    private final PluginArchive plugin = new PluginArchive(
            "order-sync-jdbc-source", List.of("connect-database", "jdbc-source", "mariadb-java-client", "outage-log"));

    @Test
    void archiveHoldsTheSourceItsDriverAndOurLibrariesOnly() throws IOException {
        plugin.assertArchiveIsComplete();
    }

    @Test
    void folderHoldsTheSameFilesAsTheArchive() throws IOException {
        plugin.assertFolderIsComplete();
    }
}
