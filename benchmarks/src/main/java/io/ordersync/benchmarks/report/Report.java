package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.Scale;
import io.ordersync.benchmarks.measure.Row;
import io.ordersync.benchmarks.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is left of a run.
 *
 * @param rounds that count
 * @param gap what is missing and why, empty after a whole run
 */
public record Report(
        LocalDateTime begun,
        Machine machine,
        String servers,
        Map<String, String> versions,
        Scale scale,
        int rounds,
        String gap,
        List<Row> rows) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    public static Report begin(Machine machine, Servers servers, Scale scale, int rounds)
            throws SQLException, IOException, InterruptedException {
        return new Report(
                LocalDateTime.now(), machine, servers.kind(), Versions.of(servers), scale, rounds, "", List.of());
    }

    public Report with(List<Row> measured) {
        return new Report(begun, machine, servers, versions, scale, rounds, gap, measured);
    }

    /** Of a run that did not get to its end. */
    public Report without(Collection<?> stages, Throwable reason) {
        String missing = "Ended early, without %s: %s"
                .formatted(stages.stream().map(Object::toString).collect(Collectors.joining(", ")), reason);
        return new Report(begun, machine, servers, versions, scale, rounds, missing, rows);
    }

    public String table() {
        return new Table(rows).markdown();
    }

    /** Writes Markdown, and JSON with every single round beside it; returns the Markdown file. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = "%s-%s-%s".formatted(NAME.format(begun), scale.name(), servers);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.write(folder.resolve(name + ".json"), json.writeValueAsBytes(this));
        return Files.writeString(folder.resolve(name + ".md"), markdown());
    }

    private String markdown() {
        return """
                # %s, %s, %s

                - Machine: %s%s
                - %s
                - Settings: rounds %d, %s%s

                Medians of the rounds. The spread is from the lowest to the highest round of ours, the limit and the
                alternative. What each line means is in [docs/performance.md](../../docs/performance.md).

                %s""".formatted(
                        NAME.format(begun),
                        scale.name(),
                        servers,
                        machine.describe(),
                        machine.isBusy() ? ". **It was busy with something else: only the ratios mean something**" : "",
                        versions.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")),
                        rounds,
                        scale.toString().replaceFirst("Scale", ""),
                        gap.isEmpty() ? "" : "\n- **" + gap + "**",
                        table());
    }
}
