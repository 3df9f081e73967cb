package io.ordersync.stack.lifecycle;

import static io.ordersync.stack.lifecycle.ScriptedPart.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.files.StackFolders;
import io.ordersync.stack.process.ProcessState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServerProcessTests {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final String FOREVER = "while :; do sleep 0.1; done";

    @TempDir
    Path folder;

    private final List<ServerProcess> made = new ArrayList<>();

    @AfterEach
    void killAll() {
        made.forEach(ServerProcess::kill);
    }

    @Test
    void namesTheErrorThatEndedAProcess() {
        ServerProcess part = part("echo starting; echo 'ERROR no more disk'; echo bye; exit 3");
        part.start();

        assertThatThrownBy(() -> part.awaitReady(BOUND))
                .isInstanceOf(PartFailed.class)
                .hasMessage("thing ended with exit code 3: ERROR no more disk (log: %s)", part.logFile());
    }

    @Test
    void namesTheSignalThatEndedAProcess() {
        ServerProcess part = part("kill -9 $$");
        part.start();

        assertThatThrownBy(() -> part.awaitReady(BOUND)).hasMessageStartingWith("thing was ended by signal 9");
    }

    @Test
    void failsWhenItMakesNoProgress() {
        ServerProcess part = part("exec sleep 60");
        part.start();

        assertThatThrownBy(() -> part.awaitReady(Duration.ofSeconds(1)))
                .isInstanceOf(PartFailed.class)
                .hasMessage(
                        "thing is stuck: it is not ready and has made no progress for 1 s: the file ready is missing"
                                + " (log: %s)",
                        part.logFile());
    }

    @Test
    void isAwaitedWhileItUsesProcessorTime() {
        ServerProcess part = part("""
                end=$(($(date +%s) + 2))
                while [ $(date +%s) -lt $end ]; do
                  i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done
                done
                """ + ready(FOREVER));
        part.start();
        Duration timeout = Duration.ofMillis(700);
        long begin = System.nanoTime();

        part.awaitReady(timeout);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(timeout);
    }

    @Test
    void isNotStuckWhileItWaitsForAnotherPart() {
        ScriptedPart needed =
                new ScriptedPart("needed", new StackFolders(folder.resolve("needed")), "sleep 2; " + ready(FOREVER));
        ScriptedPart part = new ScriptedPart(
                "thing",
                new StackFolders(folder),
                "until [ -e needed/ready ]; do sleep 0.1; done; " + ready(FOREVER),
                needed);
        made.addAll(List.of(needed, part));
        needed.start();
        part.start();

        part.awaitReady(Duration.ofSeconds(1));

        assertThat(needed.readinessProblem()).isEmpty();
    }

    @Test
    void failsWhenItUsesProcessorTimeWithoutEnd() {
        ServerProcess part = part("while :; do :; done");
        part.start();

        assertThatThrownBy(() -> part.awaitReady(Duration.ofMillis(300)))
                .hasMessage(
                        "thing still works, but was not ready after 3 s: the file ready is missing (log: %s)",
                        part.logFile());
    }

    @Test
    void isNotReadyWhenAnotherProcessAnswersInItsPlace() {
        ServerProcess part = part(ready("exit 1"));
        part.start();
        await().atMost(BOUND).until(() -> !part.isAlive());

        assertThatThrownBy(() -> part.awaitReady(BOUND)).hasMessageStartingWith("thing ended with exit code 1");
    }

    @Test
    void startsAgainAfterItWasKilled() {
        ServerProcess part = started(ready(FOREVER));
        long first = part.pid();

        part.kill();
        assertThat(part.isAlive()).isFalse();
        part.start();
        part.awaitReady(BOUND);

        assertThat(part.pid()).isNotEqualTo(first);
    }

    @Test
    void stopsASuspendedProcessGracefully() throws Exception {
        ServerProcess part = started("trap 'echo goodbye; exit 0' TERM; " + ready(FOREVER));
        part.freeze();
        await().atMost(BOUND).until(() -> ProcessState.of(part.pid()).isFrozen());

        part.stop();

        assertThat(part.isAlive()).isFalse();
        assertThat(Files.readString(part.logFile())).contains("goodbye");
    }

    @Test
    void ignoresTheInterruptOfTheTerminal() throws Exception {
        ServerProcess part = started(ready(FOREVER));

        new ProcessBuilder("/bin/sh", "-c", "kill -INT %1$d; kill -HUP %1$d".formatted(part.pid()))
                .start()
                .waitFor();

        part.freeze();
        part.thaw();
        assertThat(part.isAlive()).isTrue();
    }

    @Test
    void isFoundByAnotherLauncherThroughItsRecordedId() {
        ServerProcess part = started(ready(FOREVER));
        ServerProcess other = new ScriptedPart("thing", new StackFolders(folder), "exit 1");

        assertThat(other.pid()).isEqualTo(part.pid());
        other.stop();

        await().atMost(BOUND).until(() -> !part.isAlive());
    }

    @Test
    void refusesToStartWhileTheStackIsBeingStopped() {
        ServerProcess part = part(FOREVER);
        part.stopForGood();

        assertThatThrownBy(part::start).isInstanceOf(PartFailed.class).hasMessageContaining("is being stopped");
        assertThat(part.isAlive()).isFalse();
    }

    @Test
    void refusesToRunTwice() {
        ServerProcess part = started(ready(FOREVER));

        assertThatThrownBy(part::start).hasMessageContaining("it already runs as process " + part.pid());
    }

    @Test
    void keepsTheLogOfThePreviousRun() throws Exception {
        started("echo first; " + ready(FOREVER)).kill();

        ServerProcess second = started("echo second; " + ready(FOREVER));

        assertThat(second.logFile()).hasContent("second");
        assertThat(second.logFile().resolveSibling("thing.previous.log")).hasContent("first");
    }

    private ServerProcess started(String script) {
        ServerProcess part = part(script);
        part.start();
        part.awaitReady(BOUND);
        return part;
    }

    private ServerProcess part(String script) {
        ServerProcess part = new ScriptedPart("thing", new StackFolders(folder), script);
        made.add(part);
        return part;
    }
}
