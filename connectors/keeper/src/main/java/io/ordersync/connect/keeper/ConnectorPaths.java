package io.ordersync.connect.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files that define the connectors: given files, and the *.json files that given folders hold now. */
final class ConnectorPaths {

    private static final Logger log = LoggerFactory.getLogger(ConnectorPaths.class);

    private final List<Path> paths;

    ConnectorPaths(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    List<Path> files() {
        return paths.stream().flatMap(ConnectorPaths::files).distinct().toList();
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            log.debug("Cannot list {}", path, e);
            return Stream.empty();
        }
    }

    @Override
    public String toString() {
        return paths.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
