package io.ordersync.connect.database.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * The installable plugin of the current module, after it is packaged.
 *
 * @param name the name of the archive and of the folder
 * @param artifacts the jars that they hold, without versions
 */
public record PluginArchive(String name, List<String> artifacts) {

    public void assertArchiveIsComplete() throws IOException {
        try (ZipFile archive = new ZipFile("target/" + name + ".zip")) {
            assertThat(archive.stream().filter(entry -> !entry.isDirectory()).map(entry -> artifact(entry.getName())))
                    .containsExactlyInAnyOrderElementsOf(
                            artifacts.stream().map(jar -> name + "/" + jar).toList());
        }
    }

    public void assertFolderIsComplete() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/plugins", name))) {
            assertThat(files.map(file -> artifact(file.getFileName().toString())))
                    .containsExactlyInAnyOrderElementsOf(artifacts);
        }
    }

    private static String artifact(String file) {
        return file.replaceAll("-\\d[^/]*\\.jar$", "");
    }
}
