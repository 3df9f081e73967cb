package io.ordersync.connect.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file whose first line is the token that a worker demands. It is read for each request, so that a renewed token is used
 * at once.
 */
public record TokenFile(Path path) {

    /** @throws IOException that says which file has no token */
    String token() throws IOException {
        String line = firstLine();
        if (line.isEmpty()) {
            throw new IOException("The first line of %s must be the worker's token".formatted(path));
        }
        return line;
    }

    private String firstLine() throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            String line = lines.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new IOException("The worker's token cannot be read: " + e, e);
        }
    }
}
