package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.HealthReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health check of the keeper's container. */
class HealthScriptTests {

    private static final Path SCRIPT = Path.of("../../deploy/connect/keeper-health.sh");

    @TempDir
    Path folder;

    private Path report;

    @BeforeEach
    void nameReport() {
        report = folder.resolve("health");
    }

    @Test
    void succeedsWhileAllConnectorsAreWell() throws Exception {
        new HealthReport(true, new TreeMap<>()).write(report);
        assertThat(run()).isEqualTo("0: ");
        new HealthReport(true, new TreeMap<>(Map.of("another", "FAILED"))).write(report);
        assertThat(run()).isEqualTo("0: another\tFAILED\n");
    }

    @Test
    void failsAndSaysWhatIsWrong() throws Exception {
        new HealthReport(false, new TreeMap<>(Map.of("a", "RUNNING, but not moving since T: read-only"))).write(report);
        assertThat(run()).isEqualTo("1: a\tRUNNING, but not moving since T: read-only\n");
    }

    @Test
    void failsWithoutACurrentReport() throws Exception {
        assertThat(run()).startsWith("1: The keeper has not reported");
        new HealthReport(true, new TreeMap<>()).write(report);
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().minusSeconds(150)));
        assertThat(run()).startsWith("1: The keeper has not reported");
    }

    /** Returns the exit code and the output. */
    private String run() throws Exception {
        Process script = new ProcessBuilder("sh", SCRIPT.toString(), report.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return script.waitFor() + ": " + output;
    }
}
