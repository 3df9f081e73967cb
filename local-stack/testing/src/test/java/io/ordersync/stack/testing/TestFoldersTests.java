package io.ordersync.stack.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.PidFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestFoldersTests {

    @TempDir
    Path stacks;

    @Test
    void endsWhatAKilledTestRunHasLeftBehind() throws Exception {
        StackFolders abandoned = new TestFolders(stacks).create("abandoned");
        Files.createDirectories(abandoned.data());
        Files.writeString(
                abandoned.run().resolve("owner.pid"), ProcessHandle.current().pid() + " 2020-01-01T00:00:00Z");
        Process left = new ProcessBuilder("sleep", "60").start();
        PidFile.of(abandoned.run(), "mariadb").write(left.toHandle());

        new TestFolders(stacks).create("next");

        assertThat(left.waitFor()).isEqualTo(137);
        assertThat(abandoned.data()).doesNotExist();
    }

    @Test
    void leavesTheStackOfARunningTestAlone() throws Exception {
        StackFolders running = new TestFolders(stacks).create("running");
        Files.createDirectories(running.data());

        new TestFolders(stacks).create("next");

        assertThat(running.data()).exists();
    }
}
