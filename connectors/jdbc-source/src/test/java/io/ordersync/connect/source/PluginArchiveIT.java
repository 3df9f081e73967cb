package io.ordersync.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The installable plugin, after the module is packaged. */
class PluginArchiveIT {

    private static final String NAME = "order-sync-jdbc-source";
    private static final List<String> JARS =
            List.of("connect-database", "jdbc-source", "mariadb-java-client", "outage-log");

    @Test
    void archiveHoldsTheSourceItsDriverAndOurLibrariesOnly() throws IOException {
        try (ZipFile archive = new ZipFile("target/" + NAME + ".zip")) {
            assertThat(archive.stream().filter(entry -> !entry.isDirectory()).map(entry -> artifact(entry.getName())))
                    .containsExactlyInAnyOrderElementsOf(
                            JARS.stream().map(jar -> NAME + "/" + jar).toList());
        }
    }

    @Test
    void folderHoldsTheSameFilesAsTheArchive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/plugins", NAME))) {
            assertThat(files.map(file -> artifact(file.getFileName().toString())))
                    .containsExactlyInAnyOrderElementsOf(JARS);
        }
    }

    private static String artifact(String file) {
        return file.replaceAll("-\\d[^/]*\\.jar$", "");
    }
}
