package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the keeper as a separate process beside a real worker. */
class KeeperIT {

    private static final String VALUE =
            "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"field\":\"qty\",\"type\":\"int32\"}]},"
                    + "\"payload\":{\"qty\":%d}}";

    private final TestStack stack = TestStack.running();

    @TempDir
    Path folder;

    private Process keeper;

    @AfterEach
    void end() throws Exception {
        if (keeper != null) {
            keeper.destroyForcibly();
        }
        stack.connect().delete("kept");
    }

    @Test
    void registersAConnectorAndRestartsItsFailedTaskUntilStopped() throws Exception {
        stack.sql("CREATE TABLE kept (id VARCHAR(40) PRIMARY KEY, qty INT, CONSTRAINT small CHECK (qty < 10))");
        stack.topics().create("kept", 1);
        Files.writeString(folder.resolve("bad.json"), "{");
        Files.writeString(folder.resolve("kept.json"), json());
        startKeeper();
        await().atMost(Duration.ofSeconds(30)).until(() -> stack.states("kept").equals("RUNNING RUNNING"));

        stack.topics().send("kept", "a", VALUE.formatted(11));
        await().atMost(Duration.ofSeconds(30)).until(() -> log().contains("task 0 FAILED"));
        assertThat(log()).contains("key a").contains("small");
        stack.sql("ALTER TABLE kept DROP CONSTRAINT small");
        await().atMost(Duration.ofSeconds(60)).until(() -> stack.count("kept") == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> stack.states("kept").equals("RUNNING RUNNING"));

        keeper.destroy();
        assertThat(keeper.waitFor(3, TimeUnit.SECONDS)).isTrue();
        assertThat(log())
                .contains("bad.json")
                .doesNotContain("Exception in thread")
                .doesNotContain("retry.backoff")
                .doesNotContain(stack.mariaDb().password("orders_sink"));
        assertThat(stack.states("kept")).isEqualTo("RUNNING RUNNING");
    }

    private void startKeeper() throws IOException {
        keeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Keeper.class.getName(),
                        stack.connect().toString(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keeper.log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("keeper.log"));
    }

    private static String json() {
        return """
                {"name": "kept", "config": {
                  "connector.class": "io.ordersync.connect.sink.JdbcSinkConnector", "tasks.max": 1, "topics": "kept",
                  "connection.url": "${env:ORDERS_SINK_URL}", "connection.user": "orders_sink",
                  "connection.password": "${env:ORDERS_SINK_PASSWORD}", "insert.mode": "upsert",
                  "pk.mode": "record_key", "pk.fields": "id", "retry.backoff.ms": 200,
                  "key.converter": "org.apache.kafka.connect.storage.StringConverter",
                  "consumer.override.auto.offset.reset": "earliest"}}
                """;
    }
}
