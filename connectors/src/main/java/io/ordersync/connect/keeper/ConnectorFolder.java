package io.ordersync.connect.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The *.json files of a folder, as they are now. */
final class ConnectorFolder {

    private static final Logger log = LoggerFactory.getLogger(ConnectorFolder.class);

    private final Path folder;

    ConnectorFolder(Path folder) {
        this.folder = folder;
    }

    List<ConnectorFile> files() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .map(ConnectorFile::new)
                    .toList();
        } catch (IOException e) {
            log.debug("Cannot list {}", folder, e);
            return List.of();
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
