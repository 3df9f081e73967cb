package io.ordersync.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command {@code docker}, executed in the checkout. */
record Docker(Path checkout, Map<String, String> environment) {

    private static final String IMAGE = "^[A-Z]+_IMAGE=";

    /** Why the compose file cannot be run on this machine, or nothing when it can. */
    Optional<String> obstacle() {
        if (!succeeds("info")) {
            return Optional.of("no Docker engine answers");
        }
        if (!succeeds("compose", "version")) {
            return Optional.of("there is no docker compose");
        }
        return images().filter(image -> !succeeds("image", "inspect", image) && !succeeds("pull", "--quiet", image))
                .map(image -> "the image " + image + " is neither here nor to be had")
                .findFirst();
    }

    /** Runs it to its end and returns what it has printed; an exit code other than 0 is a failure of the test. */
    String run(List<String> words) {
        Path output = temporaryFile();
        try {
            int exitCode = execute(words, output);
            String printed = Files.readString(output, UTF_8);
            if (exitCode != 0) {
                throw new AssertionError("docker %s ends with %d:%n%s".formatted(words, exitCode, printed));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String run(String... words) {
        return run(List.of(words));
    }

    private boolean succeeds(String... words) {
        try {
            return execute(List.of(words), temporaryFile()) == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    private int execute(List<String> words, Path output) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of("docker"), words.stream()).toList())
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().putAll(environment);
        try {
            return command.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Stream<String> images() {
        try {
            return Files.readAllLines(checkout.resolve(".env")).stream()
                    .filter(line -> line.matches(IMAGE + ".*"))
                    .map(line -> line.replaceFirst(IMAGE, ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFile() {
        try {
            Path file = Files.createTempFile("docker", ".log");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
