package io.ordersync.stack.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.cli.CommandLines;
import io.ordersync.stack.files.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** The script {@code ./run} in a checkout that has not been built and cannot be, since it has no Maven. */
@Timeout(60)
class RunScriptTests {

    private static final Path CHECKOUT =
            Checkout.upwardsFrom(Path.of("").toAbsolutePath()).root();

    @TempDir
    Path fresh;

    @BeforeEach
    void checkOut() throws IOException {
        for (String file :
                List.of("run", "pom.xml", "local-stack/usage.txt", "benchmarks/usage.txt", "set-up/usage.txt")) {
            Files.createDirectories(fresh.resolve(file).getParent());
            Files.copy(CHECKOUT.resolve(file), fresh.resolve(file));
        }
    }

    @Test
    void showsHelpWithoutABuild() throws Exception {
        assertThat(run("--help"))
                .as("the content of local-stack/usage.txt")
                .isEqualTo(CommandLines.create(new RunCommand()).getUsageMessage(Ansi.OFF));
        assertThat(run("-h")).isEqualTo(run("--help"));
        assertThat(run("bench", "--help"))
                .isEqualTo(Files.readString(CHECKOUT.resolve("benchmarks/usage.txt")))
                .isEqualTo(run("bench", "-h"));
        assertThat(run("token", "--help"))
                .isEqualTo(Files.readString(CHECKOUT.resolve("set-up/usage.txt")))
                .isEqualTo(run("token", "-h"));
        assertThat(fresh.resolve(".local")).doesNotExist();
    }

    @Test
    void showsVersionWithoutABuild() throws Exception {
        assertThat(run("--version")).matches("order-sync \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
        assertThat(run("bench", "-V")).isEqualTo(run("--version"));
        assertThat(fresh.resolve(".local")).doesNotExist();
    }

    @Test
    void toolWithoutABrokerFailsBeforeTheBuild() throws Exception {
        for (String tool : List.of("dead-letters", "kafka-topics")) {
            assertThat(run(tool, "list"))
                    .isEqualTo("No broker is running here. Start one with ./run, or name another broker with"
                            + " --bootstrap-server.\n");
        }
        assertThat(fresh.resolve(".local")).doesNotExist();
    }

    @Test
    void requestWithoutAWorkerFailsBeforeTheBuild() throws Exception {
        assertThat(run("connect", "GET", "/connectors"))
                .isEqualTo("No Connect worker is running here. Start one with ./run, or name another worker with"
                        + " --url.\n");
        assertThat(fresh.resolve(".local")).doesNotExist();
    }

    @Test
    void databaseClientWithoutADatabaseFails() throws Exception {
        assertThat(run("mariadb", "-e", "SELECT 1")).isEqualTo("No database is running here. Start one with ./run.\n");
        assertThat(fresh.resolve(".local")).doesNotExist();
    }

    private String run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", fresh.resolve("run").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return answer;
    }
}
