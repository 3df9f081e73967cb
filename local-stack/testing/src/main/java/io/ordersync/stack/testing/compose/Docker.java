package io.ordersync.stack.testing.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The command {@code docker}, executed in the checkout. */
final class Docker {

    private final Path checkout;
    private final Map<String, String> environment;
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** @param environment read for each command */
    Docker(Path checkout, Map<String, String> environment) {
        this.checkout = checkout;
        this.environment = environment;
    }

    /**
     * Runs it to its end and returns its standard output.
     *
     * @throws IllegalStateException if it ends with another exit code than 0, with all that it has printed
     */
    String run(List<String> words) {
        try {
            Path output = Files.createTempFile("docker", ".out");
            Path errors = Files.createTempFile("docker", ".err");
            try {
                int exitCode = execute(words, output, errors);
                String printed = Files.readString(output, UTF_8);
                if (exitCode != 0) {
                    throw new IllegalStateException("docker %s ends with %d:%n%s%s"
                            .formatted(String.join(" ", words), exitCode, printed, Files.readString(errors, UTF_8)));
                }
                return printed;
            } finally {
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is such a command and it ends well. */
    boolean succeeds(String... words) {
        try {
            run(List.of(words));
            return true;
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    /** Ends the commands that run now, and returns when they have ended. */
    void endAll() {
        running.forEach(Process::destroy);
        running.forEach(process -> process.onExit().join());
    }

    private int execute(List<String> words, Path output, Path errors) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        Stream.concat(Stream.of("docker"), words.stream()).toList())
                .directory(checkout.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        command.environment().putAll(environment);
        Process process = command.start();
        running.add(process);
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            running.remove(process);
        }
    }
}
