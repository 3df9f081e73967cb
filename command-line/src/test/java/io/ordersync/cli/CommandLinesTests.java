package io.ordersync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CommandLinesTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyCommandHasHelpAndVersion() {
        for (String help : new String[] {"-h", "--help"}) {
            assertThat(execute(help)).isZero();
            assertThat(execute("copy", help)).isZero();
        }
        assertThat(out.toString()).contains("Usage: ./run [-hV]", "Usage: ./run copy [-hV] --to=<target>");

        assertThat(execute("--version")).isZero();
        assertThat(execute("copy", "-V")).isZero();
        assertThat(out.toString().lines()).endsWith("order-sync (development build)", "order-sync (development build)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void usageErrorIsOneLineThatNamesTheHelpOfTheCommand() {
        assertThat(execute("--form", "a")).isEqualTo(2);
        assertThat(execute("cpoy")).isEqualTo(2);
        assertThat(execute("copy")).isEqualTo(2);

        assertThat(err.toString().lines())
                .containsExactly(
                        "Unknown options: '--form', 'a'. See ./run --help.",
                        "Unknown argument: 'cpoy'. See ./run --help.",
                        "Missing required option: '--to=<target>'. See ./run copy --help.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void failureIsOneLine() {
        assertThat(execute("copy", "--to", "nowhere")).isEqualTo(1);
        assertThat(execute("copy", "--to", "")).isEqualTo(1);

        assertThat(err.toString().lines()).containsExactly("There is no target 'nowhere'.", "java.io.IOException");
    }

    private int execute(String... words) {
        CommandLine line = CommandLines.create(new Root());
        return line.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Command(name = "./run", subcommands = Copy.class)
    private static final class Root {}

    @Command(name = "copy")
    private static final class Copy implements Callable<Integer> {

        @Option(names = "--to", required = true)
        private String target;

        @Override
        public Integer call() throws IOException {
            if (target.isEmpty()) {
                throw new IOException();
            }
            throw new CommandFailed("There is no target '%s'.".formatted(target));
        }
    }
}
