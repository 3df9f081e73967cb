package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    private final String name = "kept_" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    Path folder;

    private Process keeper;

    @AfterEach
    void end() throws Exception {
        if (keeper != null) {
            keeper.destroyForcibly();
        }
        stack.connect().delete(name);
        stack.sql("DROP TABLE IF EXISTS " + name);
    }

    @Test
    void registersAConnectorAndRestartsItsFailedTaskUntilStopped() throws Exception {
        stack.sql("CREATE TABLE " + name + " (id VARCHAR(40) PRIMARY KEY, qty INT, CONSTRAINT small CHECK (qty < 10))");
        stack.topics().create(name, 1);
        Files.writeString(folder.resolve("bad.json"), "{");
        Files.writeString(folder.resolve("kept.json"), json());
        startKeeper();
        await().atMost(Duration.ofSeconds(30)).until(() -> stack.states(name).equals("RUNNING RUNNING"));

        stack.topics().send(name, "a", VALUE.formatted(11));
        await().atMost(Duration.ofSeconds(30)).until(() -> log().contains("task 0 FAILED"));
        assertThat(log()).contains("key a").contains("small");
        stack.sql("ALTER TABLE " + name + " DROP CONSTRAINT small");
        await().atMost(Duration.ofSeconds(60)).until(() -> stack.count(name) == 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> stack.states(name).equals("RUNNING RUNNING"));

        keeper.destroy();
        assertThat(keeper.waitFor(3, TimeUnit.SECONDS)).isTrue();
        assertThat(log())
                .contains("bad.json")
                .doesNotContain("Exception in thread")
                .doesNotContain("retry.backoff")
                .doesNotContain(stack.mariaDb().password("orders_sink"))
                .doesNotContain(Files.readString(stack.worker().token().path()).strip());
        assertThat(stack.states(name)).isEqualTo("RUNNING RUNNING");
    }

    @Test
    void reportsASinkThatWaitsForItsDatabase() throws Exception {
        stack.sql("CREATE TABLE " + name + " (id VARCHAR(40) PRIMARY KEY, qty INT)");
        stack.topics().create(name, 1);
        Files.writeString(folder.resolve("kept.json"), json());
        startKeeper("--bootstrap-server=" + stack.bootstrapServers(), "--health-file=" + health());
        await().atMost(Duration.ofSeconds(30)).until(() -> report().equals("healthy\n"));

        stack.topics().send(name, "a", VALUE.formatted(1));
        await().atMost(Duration.ofSeconds(30)).until(() -> stack.count(name) == 1);
        stack.sql("RENAME TABLE %1$s TO %1$s_elsewhere".formatted(name));
        Instant begin = Instant.now();
        stack.topics().send(name, "b", VALUE.formatted(2));
        await().atMost(Duration.ofSeconds(30)).until(() -> report().startsWith("unhealthy\n"));
        assertThat(stack.states(name)).isEqualTo("RUNNING RUNNING");
        assertThat(report()).contains(name + "\tRUNNING, but not moving since ", "Table " + name + " at ", "1146");
        Instant since = Instant.parse(report().replaceAll("(?s).*since (\\S+Z):.*", "$1"));
        assertThat(since).isBetween(begin.minusSeconds(2), Instant.now());
        assertThat(log()).contains(name + " is RUNNING and does not move");

        stack.sql("RENAME TABLE %1$s_elsewhere TO %1$s".formatted(name));
        await().atMost(Duration.ofSeconds(30)).until(() -> report().equals("healthy\n"));
        assertThat(stack.count(name)).isEqualTo(2);
        assertThat(log()).contains(name + " does not wait any more after ");
        assertThat(stack.workerLog())
                .contains("PUT /connectors/" + name + "/config")
                .doesNotContain("GET /connectors");
    }

    private Path health() {
        return folder.resolve("health");
    }

    private String report() throws IOException {
        return Files.exists(health()) ? Files.readString(health()) : "";
    }

    private void startKeeper(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "--token-file=" + stack.worker().token().path(), stack.connect().toString(), folder.toString()));
        keeper = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keeper.log").toFile())
                .start();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("keeper.log"));
    }

    private String json() {
        return """
                {"name": "%1$s", "config": {
                  "connector.class": "io.ordersync.connect.sink.JdbcSinkConnector", "tasks.max": 1, "topics": "%1$s",
                  "connection.url": "${env:ORDERS_SINK_URL}", "connection.user": "orders_sink",
                  "connection.password": "${env:ORDERS_SINK_PASSWORD}", "insert.mode": "upsert",
                  "pk.mode": "record_key", "pk.fields": "id", "retry.backoff.ms": 200,
                  "key.converter": "org.apache.kafka.connect.storage.StringConverter",
                  "consumer.override.auto.offset.reset": "earliest"}}
                """.formatted(name);
    }
}
