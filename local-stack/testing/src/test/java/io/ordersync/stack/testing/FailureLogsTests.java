package io.ordersync.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogsTests {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path stacks;

    @Test
    void namesTheOutputOfTheClassAndItsServersLogsWithTheirLastErrors() throws IOException {
        Path kafka = log("one/logs/kafka.log", START, "INFO started\nERROR disk full\nINFO stopped\n");
        Path worker = log("two/logs/worker.log", START.plusSeconds(1), "INFO started\nINFO stopped\n");

        assertThat(FailureLogs.writtenSince(START, Path.of("SomeIT-output.txt"), stacks))
                .hasMessageContainingAll(
                        "SomeIT-output.txt", kafka + "\n        ERROR disk full", worker + "\n        INFO stopped");
    }

    @Test
    void leavesOutLogsOfOtherTestClasses() throws IOException {
        Path earlier = log("one/logs/kafka.log", START.minusSeconds(1), "ERROR disk full\n");

        assertThat(FailureLogs.writtenSince(START, Path.of("SomeIT-output.txt"), stacks))
                .message()
                .doesNotContain(earlier.toString());
    }

    private Path log(String path, Instant modified, String text) throws IOException {
        Path log = stacks.resolve(path);
        Files.createDirectories(log.getParent());
        Files.writeString(log, text);
        return Files.setLastModifiedTime(log, FileTime.from(modified));
    }
}
