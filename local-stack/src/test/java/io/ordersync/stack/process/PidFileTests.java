package io.ordersync.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {

    @TempDir
    Path folder;

    @Test
    void findsARunningProcessAgain() {
        PidFile file = PidFile.of(folder, "self");
        file.write(ProcessHandle.current());

        assertThat(file.process()).contains(ProcessHandle.current());
    }

    @Test
    void ignoresALaterProcessWithTheSameId() throws Exception {
        PidFile file = PidFile.of(folder, "self");
        Files.writeString(file.path(), ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z");

        assertThat(file.process()).isEmpty();
    }

    @Test
    void findsNothingForAProcessThatWasNeverRecorded() {
        assertThat(PidFile.of(folder, "other").process()).isEmpty();
    }
}
