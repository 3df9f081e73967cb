package io.ordersync.benchmarks.report;

import io.ordersync.benchmarks.measure.ResultRow;
import io.ordersync.benchmarks.servers.BenchmarkServers;
import io.ordersync.benchmarks.stage.Workload;
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
 * The report of a run.
 *
 * @param rounds number of rounds that count
 * @param gap the stages that are missing and the reason; empty after a complete run
 */
public record Report(
        LocalDateTime begun,
        Machine machine,
        String servers,
        Map<String, String> versions,
        Workload workload,
        int rounds,
        String gap,
        List<ResultRow> rows) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    public static Report begin(Machine machine, BenchmarkServers servers, Workload workload, int rounds)
            throws SQLException, IOException, InterruptedException {
        return new Report(
                LocalDateTime.now(), machine, servers.kind(), Versions.of(servers), workload, rounds, "", List.of());
    }

    public Report withRows(List<ResultRow> measured) {
        return new Report(begun, machine, servers, versions, workload, rounds, gap, measured);
    }

    /** Marks the report of a run that ended early. */
    public Report without(Collection<?> stages, Throwable reason) {
        String missing = "The run ended early, without %s: %s"
                .formatted(stages.stream().map(Object::toString).collect(Collectors.joining(", ")), reason);
        return new Report(begun, machine, servers, versions, workload, rounds, missing, rows);
    }

    public String table() {
        return new ResultTable(rows).markdown();
    }

    /** Writes a Markdown file, and beside it a JSON file with every round. Returns the Markdown file. */
    public Path writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = "%s-%s-%s".formatted(NAME.format(begun), workload.name(), servers);
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
                - Workload: rounds %d, %s%s

                Each figure is the median of the rounds. The spread reaches from the lowest to the highest round of ours, the
                limit and the alternative. [docs/performance.md](../../docs/performance.md) explains each line.

                %s""".formatted(
                        NAME.format(begun),
                        workload.name(),
                        servers,
                        machine.describe(),
                        machine.isBusy() ? ". **Other programs kept it busy, so only the ratios are meaningful**" : "",
                        versions.entrySet().stream()
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining(", ")),
                        rounds,
                        workload.describe(),
                        gap.isEmpty() ? "" : "\n- **" + gap + "**",
                        table());
    }
}
