package io.ordersync.connect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectClientTests {

    @TempDir
    Path folder;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<String> tokens = Collections.synchronizedList(new ArrayList<>());
    private HttpServer worker;
    private ConnectClient connect;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", this::answer);
        worker.start();
        connect = new ConnectClient("http://127.0.0.1:" + worker.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        worker.stop(0);
    }

    @Test
    void putsAConfigurationUnderTheEncodedNameOfItsConnector() throws Exception {
        status = 201;
        connect.put("a b/c", Map.of("tasks.max", "1"));
        assertThat(requests).containsExactly("PUT /connectors/a%20b%2Fc/config {\"tasks.max\":\"1\"}");
    }

    @Test
    void asksForTheRestartOfWhatHasFailedOnly() throws Exception {
        status = 204;
        connect.restartFailed("a");
        assertThat(requests).containsExactly("POST /connectors/a/restart?includeTasks=true&onlyFailed=true");
    }

    @Test
    void listsConnectorsByName() throws Exception {
        body = """
                {"b": {"status": {"name": "b", "type": "sink", "connector": {"state": "RUNNING"}, "tasks": []}},
                 "a": {"status": {"name": "a", "type": "source", "connector": {"state": "PAUSED"}, "tasks": []}}}""";
        assertThat(connect.connectors()).extracting(ConnectorStatus::name).containsExactly("a", "b");
        assertThat(connect.connectors()).extracting(ConnectorStatus::type).containsExactly("source", "sink");
    }

    @Test
    void listsTheConnectorsOfAllPlugins() throws Exception {
        body = "[{\"class\":\"x.Sink\",\"type\":\"sink\"},{\"class\":\"x.Source\",\"type\":\"source\"}]";
        assertThat(connect.plugins()).containsExactly("x.Sink", "x.Source");
    }

    @Test
    void findsNoConnectorWhereTheWorkerAnswers404() throws Exception {
        status = 404;
        assertThat(connect.status("a")).isEmpty();
        assertThat(connect.definition("a")).isEmpty();
        connect.delete("a");
    }

    @Test
    void readsAConfigurationWithItsName() throws Exception {
        body = "{\"tasks.max\":\"2\"}";
        assertThat(connect.definition("a"))
                .map(ConnectorDefinition::config)
                .hasValue(new TreeMap<>(Map.of("name", "a", "tasks.max", "2")));
    }

    @Test
    void refusesWithTheWorkersMessageButWithoutItsHint() {
        status = 400;
        body = "{\"message\":\"2 errors:\\nno url\\nYou can also find the above list of errors at x\"}";
        assertThatThrownBy(() -> connect.put("a", Map.of()))
                .asInstanceOf(type(RequestRefused.class))
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(400))
                .extracting(Throwable::getMessage)
                .isEqualTo("the Connect worker answers PUT /connectors/a/config with status 400: 2 errors: no url");
    }

    @Test
    void sendsTheTokenThatItsFileHoldsAtTheTime() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "first\nsecond\n");
        ConnectClient client = connect.withToken(new TokenFile(file));
        client.connectors();
        Files.writeString(file, "renewed\nfirst\n");
        client.connectors();
        assertThat(tokens).containsExactly("Bearer first", "Bearer renewed");
    }

    @Test
    void sendsNoTokenUnlessItHasOne() throws Exception {
        connect.connectors();
        assertThat(tokens).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void namesTheFileThatHasNoToken(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), content);
        assertThatThrownBy(connect.withToken(new TokenFile(file))::connectors)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
        Files.delete(file);
        assertThatThrownBy(connect.withToken(new TokenFile(file))::connectors).hasMessageContaining(file.toString());
        assertThat(requests).isEmpty();
    }

    @Test
    void reportsAnErrorThatIsNotJson() {
        status = 500;
        body = "<html>";
        assertThatThrownBy(() -> connect.stop("a"))
                .isInstanceOf(RequestRefused.class)
                .hasMessageEndingWith("status 500: no message");
    }

    @Test
    void reportsARebalance() {
        status = 409;
        body = "{\"message\":\"rebalance expected\"}";
        assertThatThrownBy(() -> connect.resume("a"))
                .isInstanceOf(WorkerRebalancing.class)
                .hasMessageContaining("rebalance expected");
    }

    @Test
    void reportsAWorkerThatIsAway() {
        worker.stop(0);
        assertThatThrownBy(() -> connect.version())
                .isInstanceOf(WorkerUnreachable.class)
                .hasMessage("no Connect worker answers at %s: no connection", connect);
    }

    @Test
    void waitsNoLongerThanItsTimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ConnectClient patient =
                    new ConnectClient("http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(100));
            assertThatThrownBy(patient::version)
                    .isInstanceOf(WorkerUnreachable.class)
                    .hasMessageContaining("has not answered within 0.1 s");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String sent = new String(exchange.getRequestBody().readAllBytes());
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent).strip());
        byte[] bytes = body.getBytes();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
