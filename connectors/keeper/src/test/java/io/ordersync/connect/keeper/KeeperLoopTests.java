package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperLoopTests {

    private static final String CONFIG = "{\"name\":\"a\",\"topics\":\"t\"}";

    @TempDir
    Path folder;

    private FakeWorker worker;
    private KeeperLoop loop;

    @BeforeEach
    void start() throws IOException {
        worker = new FakeWorker();
        loop = loop(SourceTopicCreator.none());
        file("a.json", "{\"name\":\"a\",\"config\":{\"topics\":\"t\"}}");
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void registersAConnectorThatIsMissing() throws InterruptedException {
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        loop.runOnce();
        assertThat(worker.requests("PUT")).containsExactly("PUT /connectors/a/config " + CONFIG);
    }

    @Test
    void registersAGivenFileButNotOtherFilesOfItsFolder() throws IOException, InterruptedException {
        file("b.json", "{\"name\":\"b\",\"config\":{}}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        new KeeperLoop(
                        new ConnectClient(worker.url()),
                        SourceTopicCreator.none(),
                        new ConnectorPaths(List.of(folder.resolve("a.json"))),
                        Clock.systemUTC())
                .runOnce();
        assertThat(worker.requests("PUT")).containsExactly("PUT /connectors/a/config " + CONFIG);
    }

    @Test
    void registersASourceAfterItsTopicsAreCreated() throws IOException, InterruptedException {
        file(
                "a.json",
                "{\"name\":\"a\",\"config\":{\"topic.creation.groups\":\"g\",\"topic.creation.g.include\":\"t\"}}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        loop(topics -> {
                    throw new IOException("away");
                })
                .runOnce();
        assertThat(worker.requests("PUT")).isEmpty();

        List<NewTopic> created = new ArrayList<>();
        loop(created::addAll).runOnce();
        assertThat(created).extracting(NewTopic::name).containsExactly("t");
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void changesAConnectorThatDiffersFromItsFile() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 {\"name\":\"a\",\"topics\":\"u\"}");
        worker.answers.put("PUT /connectors/a/config", "200 {}");
        loop.runOnce();
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void doesNotTouchAConnectorThatEqualsItsFile() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 " + CONFIG);
        worker.answers.put("GET /connectors/a/status", status("RUNNING"));
        loop.runOnce();
        assertThat(worker.requests("P")).isEmpty();
    }

    @Test
    void restartsAFailedTaskButNotInEveryRound() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 " + CONFIG);
        worker.answers.put("GET /connectors/a/status", status("FAILED"));
        worker.answers.put("POST /connectors/a/restart?includeTasks=true&onlyFailed=true", "202 {}");
        loop.runOnce();
        loop.runOnce();
        assertThat(worker.requests("POST")).hasSize(1);
    }

    @Test
    void sendsNoOtherRequestToAWorkerThatIsNotReady() throws InterruptedException {
        worker.answers.put("GET /", "503 {}");
        loop.runOnce();
        assertThat(worker.requests).containsExactly("GET /");
    }

    @Test
    void retriesARegistrationThatARebalancePrevented() throws InterruptedException {
        worker.answers.put("PUT /connectors/a/config", "409 {\"message\":\"rebalance\"}");
        loop.runOnce();
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        await().untilAsserted(() -> {
            loop.runOnce();
            assertThat(worker.requests("PUT")).hasSize(2);
        });
    }

    @Test
    void registersTheOtherFilesWhenOneIsInvalidAndOneIsRefused() throws Exception {
        file("0.json", "{ \"name\": ");
        file("1.json", "{\"name\":\"refused\",\"config\":{}}");
        worker.answers.put("PUT /connectors/refused/config", "400 {\"message\":\"no\"}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        loop.runOnce();
        assertThat(worker.requests("PUT")).last().isEqualTo("PUT /connectors/a/config " + CONFIG);
    }

    private KeeperLoop loop(SourceTopicCreator topics) {
        return new KeeperLoop(
                new ConnectClient(worker.url()), topics, new ConnectorPaths(List.of(folder)), Clock.systemUTC());
    }

    private static String status(String task) {
        return "200 {\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"" + task + "\"}]}";
    }

    private void file(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }
}
