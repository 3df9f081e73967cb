package io.ordersync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class RunScriptTests {

    @Test
    void showsTheOptionsThatThereAre() throws Exception {
        assertThat(Path.of("usage.txt")).content().isEqualTo(Main.commandLine().getUsageMessage(Ansi.OFF));
        assertThat(Files.readString(Path.of("run"))).contains("exec cat \"$module/usage.txt\"");
    }

    @Test
    void explainsAStageThatThereIsNotBeforeAnythingStarts() {
        StringWriter errors = new StringWriter();
        CommandLine command = Main.commandLine().setErr(new PrintWriter(errors, true));

        assertThat(command.execute("--stage", "accept,sinc")).isEqualTo(2);
        assertThat(errors.toString()).contains("sinc").contains("accept, sink, decide, way, cost");
    }
}
