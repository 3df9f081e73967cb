package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

class WatchTests {

    private static final String CONFIG = "{\"name\":\"a\",\"topics\":\"t\"}";

    @TempDir
    Path folder;

    private FakeWorker worker;
    private Watch watch;

    @BeforeEach
    void start() throws IOException {
        worker = new FakeWorker();
        watch = watch(Brokers.none());
        file("a.json", "{\"name\":\"a\",\"config\":{\"topics\":\"t\"}}");
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void registersAConnectorThatIsMissing() throws InterruptedException {
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        watch.round();
        assertThat(worker.requests("PUT")).containsExactly("PUT /connectors/a/config " + CONFIG);
    }

    @Test
    void registersGivenFilesAloneAndNotTheirNeighbours() throws IOException, InterruptedException {
        file("b.json", "{\"name\":\"b\",\"config\":{}}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        new Watch(
                        new ConnectApi(worker.url()),
                        Brokers.none(),
                        new ConnectorPaths(List.of(folder.resolve("a.json"))),
                        Clock.systemUTC())
                .round();
        assertThat(worker.requests("PUT")).containsExactly("PUT /connectors/a/config " + CONFIG);
    }

    @Test
    void registersASourceOnceItsTopicsAreMade() throws IOException, InterruptedException {
        file(
                "a.json",
                "{\"name\":\"a\",\"config\":{\"topic.creation.groups\":\"g\",\"topic.creation.g.include\":\"t\"}}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        watch(topics -> {
                    throw new IOException("away");
                })
                .round();
        assertThat(worker.requests("PUT")).isEmpty();

        List<NewTopic> made = new ArrayList<>();
        watch(made::addAll).round();
        assertThat(made).extracting(NewTopic::name).containsExactly("t");
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void changesAConnectorThatDiffers() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 {\"name\":\"a\",\"topics\":\"u\"}");
        worker.answers.put("PUT /connectors/a/config", "200 {}");
        watch.round();
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void leavesAConnectorAloneThatIsAsItsFileSays() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 " + CONFIG);
        worker.answers.put("GET /connectors/a/status", status("RUNNING"));
        watch.round();
        assertThat(worker.requests("P")).isEmpty();
    }

    @Test
    void restartsWhatHasFailedButNotAtEveryLook() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 " + CONFIG);
        worker.answers.put("GET /connectors/a/status", status("FAILED"));
        worker.answers.put("POST /connectors/a/restart?includeTasks=true&onlyFailed=true", "202 {}");
        watch.round();
        watch.round();
        assertThat(worker.requests("POST")).hasSize(1);
    }

    @Test
    void asksNothingMoreOfAWorkerThatIsNotReady() throws InterruptedException {
        worker.answers.put("GET /", "503 {}");
        watch.round();
        assertThat(worker.requests).containsExactly("GET /");
    }

    @Test
    void triesAgainWhatARebalanceHasPrevented() throws InterruptedException {
        worker.answers.put("PUT /connectors/a/config", "409 {\"message\":\"rebalance\"}");
        watch.round();
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        await().untilAsserted(() -> {
            watch.round();
            assertThat(worker.requests("PUT")).hasSize(2);
        });
    }

    @Test
    void doesNotLetABadFileOrARefusedOneHoldUpTheOthers() throws Exception {
        file("0.json", "{ \"name\": ");
        file("1.json", "{\"name\":\"refused\",\"config\":{}}");
        worker.answers.put("PUT /connectors/refused/config", "400 {\"message\":\"no\"}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        watch.round();
        assertThat(worker.requests("PUT")).last().isEqualTo("PUT /connectors/a/config " + CONFIG);
    }

    private Watch watch(Brokers brokers) {
        return new Watch(new ConnectApi(worker.url()), brokers, new ConnectorPaths(List.of(folder)), Clock.systemUTC());
    }

    private static String status(String task) {
        return "200 {\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"" + task + "\"}]}";
    }

    private void file(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }
}
