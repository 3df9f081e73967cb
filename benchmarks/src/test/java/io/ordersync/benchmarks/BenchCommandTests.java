package io.ordersync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class BenchCommandTests {

    @Test
    void usageTextEqualsTheOptions() {
        assertThat(Path.of("usage.txt"))
                .content()
                .isEqualTo(BenchCommand.commandLine().getUsageMessage(Ansi.OFF));
    }

    @Test
    void rejectsAnUnknownStageBeforeAnythingStarts() {
        StringWriter errors = new StringWriter();
        CommandLine command = BenchCommand.commandLine().setErr(new PrintWriter(errors, true));

        assertThat(command.execute("--stage", "accept,sinc")).isEqualTo(2);
        assertThat(errors.toString()).contains("sinc").contains("accept, sink, decide, end-to-end, source, cost");
    }

    @Test
    void rejectsARunWithoutRounds() {
        StringWriter errors = new StringWriter();
        CommandLine command = BenchCommand.commandLine().setErr(new PrintWriter(errors, true));

        assertThat(command.execute("--rounds", "0")).isEqualTo(2);
        assertThat(errors.toString().lines()).containsExactly("--rounds must be at least 1. See ./run bench --help.");
    }
}
