package io.ordersync.stack.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.setup.files.PrivateFile;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends a worker requests without a token, and what a browser sends for a page of another origin. */
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
        assertThat(answer("GET", "/connectors", "Host: " + host, token()))
                .startsWith("HTTP/1.1 403")
                .contains("\"error_code\":403", "rest.guard.hosts");
        assertThat(answer("PUT", "/connectors/own/config", "Host: " + host, token()))
                .startsWith("HTTP/1.1 403");
        assertThat(answer("GET", "/health", "Host: " + host)).startsWith("HTTP/1.1 403");
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
        assertThat(answer("PUT", "/connectors/own/config", host(), header, token()))
                .startsWith("HTTP/1.1 403");
        assertThat(answer("POST", "/connectors/own/restart", host(), header, token()))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void answersOtherPrograms() throws Exception {
        assertThat(answer("GET", "/connectors", host(), token())).startsWith("HTTP/1.1 200");
        assertThat(answer("GET", "/connectors", "Host: localhost", token())).startsWith("HTTP/1.1 200");
        assertThat(answer("PUT", "/connectors/own/config", host(), token()))
                .as("the worker has no plugin")
                .contains("Failed to find any class that implements Connector");
        assertThat(answer("POST", "/connectors/own/restart", host(), token())).startsWith("HTTP/1.1 404");
    }

    @Test
    void hasNoInterfaceForLogLevels() throws Exception {
        assertThat(answer("GET", "/admin/loggers", host(), token())).startsWith("HTTP/1.1 404");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /connectors",
        "HEAD, /connectors",
        "OPTIONS, /connectors",
        "GET, /connector-plugins",
        "GET, /nowhere",
        "GET, /health/../connectors",
        "POST, /connectors",
        "PUT, /connectors/own/config",
        "PATCH, /connectors/own/offsets",
        "POST, /connectors/own/restart",
        "POST, /connectors/own/tasks",
        "PUT, /connectors/own/fence",
        "DELETE, /connectors/own",
        "PUT, /health"
    })
    void demandsATokenForEachRequest(String method, String path) throws Exception {
        assertThat(answer(method, path, host()))
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("WWW-Authenticate: Bearer\r\n")
                .contains(method.equals("HEAD") ? "" : "{\"error_code\":401,\"message\":\"This request needs a token");
        assertThat(answer(method, path, host(), "Authorization: Basic b3duOm93bg=="))
                .startsWith("HTTP/1.1 401");
        assertThat(answer(method, path, host(), "Authorization: Bearer " + "x".repeat(32)))
                .startsWith("HTTP/1.1 401")
                .contains("invalid_token");
        assertThat(answer(method, path, host(), token())).doesNotStartWith("HTTP/1.1 401");
    }

    @Test
    void saysWhereTheTokenIs() throws Exception {
        assertThat(answer("GET", "/", host()))
                .contains(STACK.worker().token().path().toString(), "./run connect");
    }

    @Test
    void itsHealthIsOpen() throws Exception {
        assertThat(answer("GET", "/health", host())).startsWith("HTTP/1.1 200");
    }

    /** Only workers know the key of such a signature. */
    @Test
    void verifiesTheSignatureOfRequestsBetweenWorkers() throws Exception {
        for (String forged : List.of("Zm9yZ2Vk", "x")) {
            assertThat(answer(
                            "POST",
                            "/connectors/own/tasks",
                            host(),
                            "X-Connect-Authorization: " + forged,
                            "X-Connect-Request-Signature-Algorithm: HmacSHA256"))
                    .doesNotStartWith("HTTP/1.1 2");
        }
        assertThat(answer(
                        "PUT",
                        "/connectors/own/fence",
                        host(),
                        "X-Connect-Authorization: Zm9yZ2Vk",
                        "X-Connect-Request-Signature-Algorithm: HmacSHA256"))
                .startsWith("HTTP/1.1 403");
    }

    /** A worker reads a whole body before it verifies the signature. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 8388609", "Transfer-Encoding: chunked"})
    void refusesALargeBodyBeforeItVerifiesTheSignature(String length) throws Exception {
        assertThat(send("""
                        POST /connectors/own/tasks HTTP/1.1
                        %s
                        X-Connect-Authorization: Zm9yZ2Vk
                        Content-Type: application/json
                        %s
                        Connection: close

                        """.formatted(host(), length)))
                .startsWith("HTTP/1.1 413")
                .contains("\"error_code\":413", "8388608 bytes");
    }

    @Test
    void acceptsTheOldTokenWhileItIsRenewed() throws Exception {
        String old = Files.readString(tokenFile()).strip();
        String renewed = old.toUpperCase(Locale.ROOT) + "-renewed";

        PrivateFile.write(tokenFile(), renewed + "\n" + old + "\n");
        assertThat(answer("GET", "/connectors", host(), bearer(old))).startsWith("HTTP/1.1 200");
        assertThat(answer("GET", "/connectors", host(), bearer(renewed))).startsWith("HTTP/1.1 200");
        assertThat(STACK.worker().connect().connectors())
                .as("clients of the launcher")
                .isEmpty();

        PrivateFile.write(tokenFile(), renewed + "\n");
        assertThat(answer("GET", "/connectors", host(), bearer(old))).startsWith("HTTP/1.1 401");
        assertThat(answer("GET", "/connectors", host(), bearer(renewed))).startsWith("HTTP/1.1 200");
    }

    @Test
    void answersNothingWithoutItsTokens() throws Exception {
        String content = Files.readString(tokenFile());
        PrivateFile.write(tokenFile(), "");
        try {
            assertThat(answer("GET", "/connectors", host(), bearer(content.strip())))
                    .startsWith("HTTP/1.1 503");
        } finally {
            PrivateFile.write(tokenFile(), content);
        }
    }

    @Test
    void showsItsTokenNowhere() throws Exception {
        String token = Files.readString(tokenFile()).lines().findFirst().orElseThrow();
        for (String path : List.of("/", "/connectors?expand=info", "/connector-plugins", "/health")) {
            assertThat(answer("GET", path, host(), bearer(token))).doesNotContain(token);
        }
        answer("PUT", "/connectors/own/config", host(), bearer(token));
        assertThat(STACK.worker().logFile())
                .content()
                .contains("PUT /connectors/own/config")
                .doesNotContain(token);
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .noneMatch(line -> line.contains(token));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile())))
                .isEqualTo("rw-------");
    }

    private static Path tokenFile() {
        return STACK.worker().token().path();
    }

    private static String token() throws IOException {
        return bearer(Files.readString(tokenFile()).lines().findFirst().orElseThrow());
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    private static String host() {
        return "Host: " + URI.create(STACK.worker().url()).getAuthority();
    }

    /** Uses a socket, because Java's client sets the header Host by itself. */
    private static String answer(String method, String path, String... headers) throws IOException {
        String body = method.equals("PUT") && path.endsWith("/config") ? CONNECTOR : "";
        return send("""
                %s %s HTTP/1.1
                %s
                Content-Type: application/json
                Content-Length: %d
                Connection: close

                %s""".formatted(method, path, String.join("\n", headers), body.length(), body));
    }

    private static String send(String request) throws IOException {
        URI worker = URI.create(STACK.worker().url());
        try (Socket socket = new Socket(worker.getHost(), worker.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
