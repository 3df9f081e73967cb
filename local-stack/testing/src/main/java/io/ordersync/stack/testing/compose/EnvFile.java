package io.ordersync.stack.testing.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The images and the ports on this machine that {@code .env} names. */
record EnvFile(List<String> lines) {

    private static final String IMAGE = "^[A-Z]+_IMAGE=";
    private static final String PORT = "^([A-Z0-9_]+_PORT)=.*";

    static EnvFile of(Path checkout) {
        try {
            return new EnvFile(Files.readAllLines(checkout.resolve(".env")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<String> images() {
        return lines.stream().filter(line -> line.matches(IMAGE + ".*")).map(line -> line.replaceFirst(IMAGE, ""));
    }

    /** The names of all variables with a port. */
    Stream<String> ports() {
        return lines.stream().filter(line -> line.matches(PORT)).map(line -> line.replaceFirst(PORT, "$1"));
    }
}
