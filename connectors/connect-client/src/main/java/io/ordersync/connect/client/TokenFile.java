package io.ordersync.connect.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file whose first line is the token that a worker demands. It is read for each request, so that a renewed token is used
 * at once.
 */
public record TokenFile(Path path) {

    /** @throws IOException that says which file has no token */
    String token() throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return firstOf(lines)
                    .orElseThrow(
                            () -> new IOException("The first line of %s must be the worker's token".formatted(path)));
        } catch (IOException e) {
            throw new IOException("The worker's token cannot be read: " + e, e);
        }
    }

    private static Optional<String> firstOf(Stream<String> lines) {
        return lines.findFirst().map(String::strip).filter(line -> !line.isEmpty());
    }
}
