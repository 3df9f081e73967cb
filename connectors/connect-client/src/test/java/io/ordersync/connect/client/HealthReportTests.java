package io.ordersync.connect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthReportTests {

    @TempDir
    Path folder;

    @Test
    void canBeReadAsItWasWritten() throws Exception {
        HealthReport report = new HealthReport(false, new TreeMap<>(Map.of("a: b", "does not move", "c", "FAILED")));
        report.write(file());
        assertThat(HealthReport.read(file())).contains(report);
        HealthReport healthy = new HealthReport(true, new TreeMap<>());
        healthy.write(file());
        assertThat(HealthReport.read(file())).contains(healthy);
    }

    @Test
    void hasOneLinePerProblem() throws Exception {
        new HealthReport(false, new TreeMap<>(Map.of("a", "refused:\n\tno such class"))).write(file());
        assertThat(Files.readString(file())).isEqualTo("unhealthy\na\trefused: no such class\n");
    }

    @Test
    void anOldReportSaysNothing() throws Exception {
        assertThat(HealthReport.read(file())).isEmpty();
        new HealthReport(true, new TreeMap<>()).write(file());
        Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(31)));
        assertThat(HealthReport.read(file())).isEmpty();
    }

    private Path file() {
        return folder.resolve("health");
    }
}
