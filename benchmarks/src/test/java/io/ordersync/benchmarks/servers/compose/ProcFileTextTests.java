package io.ordersync.benchmarks.servers.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.process.ProcessState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcFileTextTests {

    /** Fields 14 and 15 of proc(5), after a name with blanks and brackets. */
    @Test
    void addsUpTheTimesOfAllProcesses() {
        assertThat(ProcFileText.cpuTime("""
                        1 (a) b) (c) S 0 1 1 0 -1 4194560 1 2 3 4 250 150 9 9 20 0 1 0 100 1 2
                        7 (sh) R 1 7 7 0 -1 4194304 1 0 0 0 1 2 0 0 20 0 1 0 200 1 2
                        """)).isEqualTo(Duration.ofMillis(4030));
    }

    @Test
    void addsUpTheMemoryOfAllProcesses() {
        assertThat(ProcFileText.residentMegabytes("Name:\ta\nVmRSS:\t  2048 kB\nName:\tb\nVmRSS:\t  1024 kB\n"))
                .isEqualTo(3);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsTheTimeOfThisProcess() throws Exception {
        Duration read = ProcFileText.cpuTime(Files.readString(Path.of("/proc/self/stat")));
        assertThat(read).isPositive();
        assertThat(ProcessState.cpuTime(ProcessHandle.current().pid())).isGreaterThanOrEqualTo(read);
    }
}
