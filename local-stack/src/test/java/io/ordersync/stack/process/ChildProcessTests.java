package io.ordersync.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildProcessTests {

    @TempDir
    Path folder;

    @Test
    void writesItsOutputToItsLog() throws Exception {
        Path log = folder.resolve("logs/child.log");
        try (ChildProcess child = ChildProcess.logging(shell("echo $GREETING; exit 3"), log)) {
            assertThat(child.process().waitFor()).isEqualTo(3);
        }
        assertThat(Files.readString(log)).isEqualTo("hello\n");
    }

    @Test
    void handsItsOutputToItsReader() throws Exception {
        try (ChildProcess child = ChildProcess.piped(shell("echo $GREETING"))) {
            assertThat(child.process().inputReader().readLine()).isEqualTo("hello");
        }
    }

    @Test
    void endsWhenItIsClosed() throws Exception {
        ChildProcess child = sleeping();
        child.close();
        assertThat(child.process().waitFor()).isEqualTo(143);
    }

    @Test
    void endsWithoutSigtermWhenItIsKilled() throws Exception {
        ChildProcess child = sleeping();
        child.kill();
        assertThat(child.process().waitFor()).isEqualTo(137);
    }

    private ChildProcess sleeping() throws IOException {
        return ChildProcess.piped(Launch.of(List.of("sleep", "60"), folder));
    }

    private Launch shell(String script) {
        return new Launch(List.of("/bin/sh", "-c", script), Map.of("GREETING", "hello"), folder);
    }
}
