package io.ordersync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every stage once with very little work and checks that it measures something. The servers are processes, or with
 * {@code -Dstack=containers} the containers of the compose file.
 */
class BenchmarksIT {

    private static final StringWriter OUT = new StringWriter();

    @TempDir
    static Path results;

    @BeforeAll
    static void measure() {
        PrintWriter out = new PrintWriter(OUT, true);
        List<String> words = new ArrayList<>(List.of("--smoke", "--rounds", "1", "--results", results.toString()));
        if (onContainers()) {
            words.add("--compose");
        }
        int code = BenchCommand.commandLine().setOut(out).setErr(out).execute(words.toArray(String[]::new));
        assertThat(code).as(OUT.toString()).isZero();
    }

    @Test
    void writesTheTableThatItPrints() throws Exception {
        String table = Files.readString(written(".md"))
                .lines()
                .filter(line -> line.startsWith("|"))
                .reduce("", (lines, line) -> lines + line + "\n");
        assertThat(OUT.toString()).contains(table);
    }

    @Test
    void measuresEveryStageWithLimitsAndAlternatives() throws Exception {
        List<JsonNode> rows = rows();
        assertThat(rows)
                .extracting(row -> row.path("stage").asString().split("[, ]")[0])
                .contains("accept", "sink", "decide", "end-to-end", "source", "cost");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("ours").path("rounds"))
                        .as(row.toString())
                        .allSatisfy(value -> assertThat(value.asDouble()).isNotNegative()));
        assertThat(rows.stream().filter(row -> row.path("unit").asString().endsWith("_PER_SECOND")))
                .hasSizeGreaterThan(5)
                .flatExtracting(BenchmarksIT::figures)
                .allSatisfy(value -> assertThat(value).isPositive());
        assertThat(rows.stream().filter(row -> row.path("limit").isObject())).hasSizeGreaterThan(10);
        assertThat(rows.stream().filter(row -> row.path("alternative").isObject()))
                .hasSizeGreaterThan(5);
    }

    @Test
    void reportNamesMachineServersAndVersions() throws Exception {
        JsonNode report = report();
        assertThat(report.path("machine").path("cores").asInt()).isPositive();
        assertThat(report.path("servers").asString()).isEqualTo(onContainers() ? "compose" : "processes");
        assertThat(report.path("versions").propertyNames()).contains("JDK", "Kafka", "MariaDB", "order-sync");
        assertThat(report.path("versions")
                        .path("innodb_flush_log_at_trx_commit")
                        .asString())
                .isEqualTo("1");
    }

    /** The figures of ours, the limit and the alternative, where the row has them. */
    private static List<Double> figures(JsonNode row) {
        return Stream.of("ours", "limit", "alternative")
                .flatMap(column ->
                        StreamSupport.stream(row.path(column).path("rounds").spliterator(), false))
                .map(JsonNode::asDouble)
                .toList();
    }

    private static boolean onContainers() {
        return "containers".equals(System.getProperty("stack"));
    }

    private static List<JsonNode> rows() throws Exception {
        return StreamSupport.stream(report().path("rows").spliterator(), false).toList();
    }

    private static JsonNode report() throws Exception {
        return new JsonMapper().readTree(written(".json"));
    }

    private static Path written(String kind) throws Exception {
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(file -> file.toString().endsWith(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
