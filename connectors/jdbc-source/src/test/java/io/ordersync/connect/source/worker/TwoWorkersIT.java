package io.ordersync.connect.source.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.stack.testing.connect.ExtraWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two workers that demand a token send each other requests: those of users, and their own. */
class TwoWorkersIT {

    private static final int CONNECTORS = 4;

    @TempDir
    Path folder;

    private final Worker worker = new Worker();
    private final String name = "w" + UUID.randomUUID().toString().substring(0, 8);
    private List<ExtraWorker> pair = List.of();

    @BeforeEach
    void start() {
        String group = "two-" + UUID.randomUUID();
        pair = Stream.generate(() -> new ExtraWorker(
                        group,
                        worker.stack.bootstrapServers(),
                        folder,
                        Map.of("exactly.once.source.support", "enabled")))
                .limit(2)
                .toList();
        Worker.await().until(() -> pair.stream().allMatch(ExtraWorker::isReady));
        worker.stack.sql("CREATE TABLE " + name + " (id INT PRIMARY KEY)", "INSERT INTO " + name + " VALUES (1)");
    }

    @AfterEach
    void stop() {
        pair.forEach(ExtraWorker::close);
        worker.stack.sql("DROP TABLE " + name);
    }

    @Test
    void forwardTheRequestsOfUsersAndSignTheirOwn() throws Exception {
        List<String> connectors =
                IntStream.range(0, CONNECTORS).mapToObj(n -> name + "-" + n).toList();
        for (int n = 0; n < CONNECTORS; n++) {
            Worker.register(pair.get(n % 2).connect(), connectors.get(n), config(connectors.get(n)));
        }
        Worker.await()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(statuses(pair.get(0).connect()))
                        .hasSize(CONNECTORS)
                        .allMatch(ConnectorStatus::isRunning));
        assertThat(statuses(pair.get(1).connect()))
                .extracting(status -> status.connector().worker())
                .contains(pair.get(0).id(), pair.get(1).id());
        for (String connector : connectors) {
            Worker.await()
                    .until(() -> worker.stack.topics().all(connector + name).size() == 1);
        }
        assertThat(logs())
                .as("requests between workers, signed and answered")
                .containsPattern("\"POST /connectors/" + name + "-\\d/tasks\\S* HTTP/1.1\" 20\\d")
                .containsPattern("\"PUT /connectors/" + name + "-\\d/fence\\S* HTTP/1.1\" 20\\d");
        for (ExtraWorker each : pair) {
            restart(each, connectors.get(0));
            delete(each, connectors.get(each == pair.get(0) ? 1 : 2));
        }
        assertThat(logs()).doesNotContain(token());
    }

    /** The worker that runs the connector, or the leader, gets the request from the other one. */
    private static void restart(ExtraWorker each, String connector) throws Exception {
        Worker.await().ignoreExceptions().untilAsserted(() -> each.connect().restart(connector));
    }

    private static void delete(ExtraWorker each, String connector) throws Exception {
        Worker.await().ignoreExceptions().untilAsserted(() -> each.connect().delete(connector));
    }

    private Map<String, String> config(String connector) {
        return worker.config(
                name,
                "topic.prefix",
                connector,
                "incrementing.column.name",
                "id",
                "exactly.once.support",
                "required",
                "transaction.boundary",
                "poll");
    }

    private static List<ConnectorStatus> statuses(ConnectClient connect) throws IOException, InterruptedException {
        return connect.connectors();
    }

    private String token() throws IOException {
        return Files.readString(folder.resolve("data/connect.token")).strip();
    }

    private String logs() throws IOException {
        StringBuilder logs = new StringBuilder();
        for (ExtraWorker each : pair) {
            logs.append(Files.readString(each.log()));
        }
        return logs.toString();
    }
}
