package io.ordersync.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A file that records a process for later JVMs. The start time distinguishes it from a later process with the same id. */
public record PidFile(Path path) {

    /** The kernel counts start times in ticks since boot: the same process may be read a moment apart. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static PidFile of(Path folder, String part) {
        return new PidFile(folder.resolve(part + ".pid"));
    }

    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, process.pid() + " " + startOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> process() {
        return content().flatMap(PidFile::find).filter(ProcessState::isAlive);
    }

    private Optional<String> content() {
        try {
            return Optional.of(Files.readString(path)).filter(text -> text.contains(" "));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> find(String text) {
        String[] words = text.strip().split(" ");
        Instant start = Instant.parse(words[1]);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process ->
                        Duration.between(start, startOf(process)).abs().compareTo(TOLERANCE) <= 0);
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
