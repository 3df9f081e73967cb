package io.ordersync.stack.compose;

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

    /** Why the compose file cannot be run on this machine, or nothing when it can. */
    Optional<String> obstacle() {
        if (!succeeds("info")) {
            return Optional.of("no Docker engine answers");
        }
        if (!succeeds("compose", "version")) {
            return Optional.of("there is no docker compose");
        }
        return EnvFile.of(checkout)
                .images()
                .filter(image -> !succeeds("image", "inspect", image) && !succeeds("pull", "--quiet", image))
                .map(image -> "the image " + image + " is neither here nor to be had")
                .findFirst();
    }

    /**
     * Runs it to its end and returns its standard output.
     *
     * @throws IllegalStateException if it ends with another exit code than 0, with all that it has printed
     */
    String run(List<String> words) {
        try {
            Path output = temporaryFile();
            Path errors = temporaryFile();
            int exitCode = execute(words, output, errors);
            String printed = Files.readString(output, UTF_8);
            if (exitCode != 0) {
                throw new IllegalStateException("docker %s ends with %d:%n%s%s"
                        .formatted(String.join(" ", words), exitCode, printed, Files.readString(errors, UTF_8)));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean succeeds(String... words) {
        try {
            return execute(List.of(words), temporaryFile(), temporaryFile()) == 0;
        } catch (IOException e) {
            return false; // there is no such command
        }
    }

    private int execute(List<String> words, Path output, Path errors) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of("docker"), words.stream()).toList())
                .directory(checkout.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        command.environment().putAll(environment);
        Process process = command.start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFile() throws IOException {
        Path file = Files.createTempFile("docker", ".log");
        file.toFile().deleteOnExit();
        return file;
    }
}
