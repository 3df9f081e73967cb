package io.ordersync.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStateTests {

    @Test
    void readsLinux() {
        assertThat(ProcessState.fromProc(List.of("Name:\tjava", "State:\tT (stopped)", "VmRSS:\t  204800 kB")))
                .isEqualTo(new ProcessState('T', 204800));
        assertThat(ProcessState.fromProc(List.of("Name:\tsh", "State:\tZ (zombie)")))
                .isEqualTo(new ProcessState('Z', 0));
    }

    @Test
    void readsPs() {
        assertThat(ProcessState.fromPs("S+   204800\n")).isEqualTo(new ProcessState('S', 204800));
        assertThat(ProcessState.fromPs("\n")).isEqualTo(new ProcessState('?', 0));
    }

    @Test
    void seesThisProcess() {
        assertThat(ProcessState.of(ProcessHandle.current().pid()).residentMegabytes())
                .isPositive();
        assertThat(ProcessState.cpuTime(ProcessHandle.current().pid())).isPositive();
    }
}
