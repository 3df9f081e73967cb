package io.ordersync.stack.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends a worker what a browser sends for a page of another origin. */
@Timeout(120)
class WorkerRestIT {

    private static final LocalStack STACK = TestStacks.ofProcesses("worker-rest");
    private static final String CONNECTOR = """
            {"connector.class": "org.apache.kafka.connect.mirror.MirrorHeartbeatConnector"}""";

    @BeforeAll
    static void start() {
        STACK.start(STACK.broker());
        STACK.start(STACK.worker());
    }

    @AfterAll
    static void stop() {
        STACK.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attacker.example", "attacker.example:8083", "127.0.0.1.attacker.example"})
    void refusesAForeignHost(String host) throws Exception {
        assertThat(answer("GET", "/connectors", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .contains("\"error_code\":403", "rest.guard.hosts");
        assertThat(answer("PUT", "/connectors/own/config", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://attacker.example",
                "Origin: http://127.0.0.1:1",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void refusesAChangeThatAnotherPageHasCaused(String header) throws Exception {
        assertThat(answer("PUT", "/connectors/own/config", host(), header)).startsWith("HTTP/1.1 403");
        assertThat(answer("POST", "/connectors/own/restart", host(), header)).startsWith("HTTP/1.1 403");
    }

    @Test
    void answersOtherPrograms() throws Exception {
        assertThat(answer("GET", "/connectors", host())).startsWith("HTTP/1.1 200");
        assertThat(answer("GET", "/connectors", "Host: localhost")).startsWith("HTTP/1.1 200");
        assertThat(answer("PUT", "/connectors/own/config", host()))
                .as("the worker has no plugin")
                .contains("Failed to find any class that implements Connector");
        assertThat(answer("POST", "/connectors/own/restart", host())).startsWith("HTTP/1.1 404");
    }

    @Test
    void hasNoInterfaceForLogLevels() throws Exception {
        assertThat(answer("GET", "/admin/loggers", host())).startsWith("HTTP/1.1 404");
    }

    private static String host() {
        return "Host: " + URI.create(STACK.worker().url()).getAuthority();
    }

    /** Uses a socket, because Java's client sets the header Host by itself. */
    private static String answer(String method, String path, String... headers) throws IOException {
        URI worker = URI.create(STACK.worker().url());
        String body = method.equals("PUT") ? CONNECTOR : "";
        String request = """
                %s %s HTTP/1.1
                %s
                Content-Type: application/json
                Content-Length: %d
                Connection: close

                %s""".formatted(method, path, String.join("\n", headers), body.length(), body);
        try (Socket socket = new Socket(worker.getHost(), worker.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
