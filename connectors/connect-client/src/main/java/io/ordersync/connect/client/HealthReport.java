package io.ordersync.connect.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file in which the keeper says whether its connectors run and move. The first line is {@code healthy} or
 * {@code unhealthy}; each further line is a connector, a tabulator and its problem.
 *
 * @param healthy whether each connector of the keeper runs and moves
 * @param problems the problem of each connector that has one, also of connectors that are not the keeper's, by name
 */
public record HealthReport(boolean healthy, SortedMap<String, String> problems) {

    /** The keeper writes its report every second; an older one says nothing. */
    private static final Duration VALIDITY = Duration.ofSeconds(30);

    private static final String HEALTHY = "healthy";
    private static final String UNHEALTHY = "unhealthy";

    /** Returns the report, or nothing if there is none or the keeper has not written it for half a minute. */
    public static Optional<HealthReport> read(Path file) throws IOException {
        if (Files.notExists(file)
                || Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(VALIDITY))) {
            return Optional.empty();
        }
        SortedMap<String, String> problems = new TreeMap<>();
        String text = Files.readString(file);
        text.lines()
                .skip(1)
                .map(line -> line.split("\t", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> problems.put(parts[0], parts[1]));
        return Optional.of(new HealthReport(
                text.lines().findFirst().filter(HEALTHY::equals).isPresent(), problems));
    }

    /** Replaces the file; a reader sees the old report or the new one. */
    public void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String text() {
        return problems.entrySet().stream()
                .map(each -> line(each) + "\n")
                .collect(Collectors.joining("", (healthy ? HEALTHY : UNHEALTHY) + "\n", ""));
    }

    private static String line(Map.Entry<String, String> problem) {
        return problem.getKey() + "\t" + problem.getValue().replaceAll("\\s+", " ");
    }
}
