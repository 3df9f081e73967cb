package io.ordersync.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.cli.CommandLines;
import io.ordersync.stack.net.FreePorts;
import io.ordersync.stack.net.Ports;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RunCommandTests {

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void workInAnEmptyCheckout() {
        System.setProperty("ordersync.home", home.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty("ordersync.home");
    }

    @Test
    void saysThatNothingRuns() {
        assertThat(execute("status")).isEqualTo(1);
        assertThat(execute("stop")).isZero();
        assertThat(out.toString().lines()).containsOnly("order-sync is not running.");
    }

    @Test
    void answersAnUnknownOptionWithOneLine() {
        assertThat(execute("--order", "2")).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .contains("--order")
                .contains("./run --help");
    }

    @Test
    void answersAnUnknownPartWithOneLine() {
        assertThat(execute("--port", "kafak=9192")).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains("There is no part named kafak");
    }

    @Test
    void startsNothingWhenAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            int port = taken.getLocalPort();

            assertThat(execute(withFreePortsBut("mariadb=" + port))).isEqualTo(1);

            assertThat(err.toString().lines()).singleElement().asString().contains("Port " + port + " of mariadb");
            assertThat(home.resolve(".local/data")).doesNotExist();
        }
    }

    @Test
    void namesWhatIsNotBuilt() throws Exception {
        Files.createDirectories(home.resolve("deploy/mariadb"));
        System.setProperty("ordersync.mariadb", "bundled");
        try {
            assertThat(execute(withFreePortsBut())).isEqualTo(1);
        } finally {
            System.clearProperty("ordersync.mariadb");
        }
        assertThat(out.toString()).contains("could not be started: ");
        assertThat(home.resolve(".local/run/launcher.pid")).doesNotExist();
    }

    private String[] withFreePortsBut(String... chosen) {
        FreePorts free = new FreePorts();
        return Stream.concat(
                        Stream.of("mariadb", "kafka", "kafka-controller", "connect", "order-service", "catalog-service")
                                .filter(part -> Arrays.stream(chosen).noneMatch(each -> each.startsWith(part + "=")))
                                .map(part -> "--port=%s=%d".formatted(part, free.of(part))),
                        Arrays.stream(chosen).map(each -> "--port=" + each))
                .toArray(String[]::new);
    }

    private int execute(String... words) {
        CommandLine commandLine = CommandLines.create(new RunCommand());
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(words);
    }
}
