package io.ordersync.connect.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectClient;
import io.ordersync.connect.client.HealthReport;
import io.ordersync.connect.keeper.stall.StallCheck;
import io.ordersync.connect.keeper.stall.StalledConnectors;
import io.ordersync.connect.keeper.topic.ConnectorTopics;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        loop = loop(ConnectorTopics.none());
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
        loop(ConnectorTopics.none(), connectors -> Map.of(), folder.resolve("a.json"))
                .runOnce();
        assertThat(worker.requests("PUT")).containsExactly("PUT /connectors/a/config " + CONFIG);
    }

    @Test
    void registersASourceAfterItsTopicsAreCreated() throws IOException, InterruptedException {
        file(
                "a.json",
                "{\"name\":\"a\",\"config\":{\"topic.creation.groups\":\"g\",\"topic.creation.g.include\":\"t\"}}");
        worker.answers.put("PUT /connectors/a/config", "201 {}");
        FakeTopics topics = new FakeTopics();
        topics.isAway = true;
        loop(topics).runOnce();
        assertThat(worker.requests("PUT")).isEmpty();

        topics.isAway = false;
        loop(topics).runOnce();
        assertThat(topics.created).extracting(NewTopic::name).containsExactly("t");
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void changesAConnectorThatDiffersFromItsFile() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 {\"name\":\"a\",\"topics\":\"u\"}");
        worker.answers.put(FakeWorker.LIST, listed("{\"name\":\"a\",\"topics\":\"u\"}", "RUNNING"));
        worker.answers.put("PUT /connectors/a/config", "200 {}");
        loop.runOnce();
        assertThat(worker.requests("PUT")).hasSize(1);
    }

    @Test
    void doesNotTouchAConnectorThatEqualsItsFile() throws InterruptedException {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        loop.runOnce();
        assertThat(worker.requests("P")).isEmpty();
    }

    @Test
    void restartsAFailedTaskButNotInEveryRound() throws InterruptedException {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "FAILED"));
        worker.answers.put("POST /connectors/a/restart?includeTasks=true&onlyFailed=true", "202 {}");
        loop.runOnce();
        loop.runOnce();
        assertThat(worker.requests("POST")).hasSize(1);
    }

    @Test
    void sendsNoOtherRequestToAWorkerThatIsNotReady() throws Exception {
        worker.answers.put(FakeWorker.LIST, "503 {}");
        loop.runOnce();
        assertThat(worker.requests).containsExactly(FakeWorker.LIST);
        assertThat(health().problems().get("a.json")).contains("status 503");
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

    @Test
    void sendsOneRequestPerRoundWhileAllConnectorsRun() throws InterruptedException {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        loop.runOnce();
        loop.runOnce();
        assertThat(worker.requests).containsExactly(FakeWorker.LIST, FakeWorker.LIST);
    }

    @Test
    void doesNotTouchAConnectorThatIsOnlyMissingInTheList() throws InterruptedException {
        worker.answers.put("GET /connectors/a/config", "200 " + CONFIG);
        loop.runOnce();
        assertThat(worker.requests("P")).isEmpty();
    }

    @Test
    void reportsHealthyWhenAllConnectorsRun() throws Exception {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        loop.runOnce();
        assertThat(health()).isEqualTo(new HealthReport(true, new TreeMap<>()));
    }

    @Test
    void reportsAFailedTaskAndARefusedRegistration() throws Exception {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "FAILED"));
        worker.answers.put("POST /connectors/a/restart?includeTasks=true&onlyFailed=true", "202 {}");
        file("refused.json", "{\"name\":\"refused\",\"config\":{}}");
        worker.answers.put("PUT /connectors/refused/config", "400 {\"message\":\"no such class\"}");
        loop.runOnce();
        assertThat(health().healthy()).isFalse();
        assertThat(health().problems().get("a")).contains("FAILED");
        assertThat(health().problems().get("refused")).contains("no such class");
    }

    @Test
    void reportsASinkThatDoesNotMove() throws Exception {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        WaitingNote note = new WaitingNote(Instant.parse("2026-03-29T02:30:00Z"), "read-only");
        loop(ConnectorTopics.none(), connectors -> Map.of("a", note), folder).runOnce();
        assertThat(health())
                .isEqualTo(new HealthReport(
                        false, problem("a", "RUNNING, but not moving since 2026-03-29T02:30:00Z: read-only")));
    }

    @Test
    void isHealthyWhileASinkOfSomebodyElseDoesNotMove() throws Exception {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        WaitingNote note = new WaitingNote(Instant.EPOCH, "read-only");
        loop(ConnectorTopics.none(), connectors -> Map.of("b", note), folder).runOnce();
        assertThat(health().healthy()).isTrue();
        assertThat(health().problems()).containsOnlyKeys("b");
    }

    @Test
    void reportsAMissingTopicOfAConnectorThatRuns() throws Exception {
        worker.answers.put(FakeWorker.LIST, listed(CONFIG, "RUNNING"));
        FakeTopics topics = new FakeTopics();
        topics.lacking = Map.of("a", "The topic t is missing: refused");
        loop(topics).runOnce();
        assertThat(health()).isEqualTo(new HealthReport(false, problem("a", "The topic t is missing: refused")));
    }

    private KeeperLoop loop(ConnectorTopics topics) {
        return loop(topics, connectors -> Map.of(), folder);
    }

    private KeeperLoop loop(ConnectorTopics topics, StallCheck stalls, Path connectors) {
        Clock clock = Clock.systemUTC();
        return new KeeperLoop(
                new ConnectClient(worker.url()),
                topics,
                new StalledConnectors(stalls, clock),
                new ConnectorPaths(List.of(connectors)),
                HealthFile.at(healthFile(), clock),
                clock);
    }

    private HealthReport health() throws IOException {
        return HealthReport.read(healthFile()).orElseThrow();
    }

    private Path healthFile() {
        return folder.resolve("health");
    }

    private static SortedMap<String, String> problem(String connector, String problem) {
        return new TreeMap<>(Map.of(connector, problem));
    }

    private static String listed(String config, String task) {
        return "200 {\"a\":{\"info\":{\"config\":" + config + "},\"status\":{\"name\":\"a\",\"type\":\"sink\","
                + "\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"" + task + "\"}]}}}";
    }

    private void file(String name, String json) throws IOException {
        Files.writeString(folder.resolve(name), json);
    }
}
