package io.ordersync.stack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerSettingsTests {

    @TempDir
    Path folder;

    @Test
    void replaceThoseThatAllWorkersShare() throws Exception {
        Path common = Files.writeString(
                folder.resolve("common.properties"), "group.id=connect\noffset.flush.interval.ms=5000\n");
        Path file = folder.resolve("worker.properties");

        new WorkerSettings(8083, "127.0.0.1:9092", List.of(), Path.of("/data/connect.token"), false)
                .writeTo(file, common, Map.of("offset.flush.interval.ms", 1000));

        assertThat(Files.readAllLines(file))
                .contains(
                        "group.id=connect",
                        "offset.flush.interval.ms=1000",
                        "bootstrap.servers=127.0.0.1\\:9092",
                        "rest.guard.token.file=/data/connect.token",
                        "rest.guard.open=false");
    }

    @Test
    void demandNoTokenInAnOpenSystem() throws Exception {
        Path common = Files.writeString(folder.resolve("common.properties"), "group.id=connect\n");
        Path file = folder.resolve("worker.properties");

        new WorkerSettings(8083, "127.0.0.1:9092", List.of(), Path.of("/data/connect.token"), true)
                .writeTo(file, common, Map.of());

        assertThat(Files.readAllLines(file)).contains("rest.guard.open=true", "listeners=http\\://127.0.0.1\\:8083");
    }
}
