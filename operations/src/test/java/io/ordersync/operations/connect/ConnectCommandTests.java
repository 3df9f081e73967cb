package io.ordersync.operations.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ordersync.operations.OperationsCommand;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ConnectCommandTests {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer worker;
    private volatile String request = "";
    private volatile String token = "";
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", this::answer);
        worker.start();
        Files.writeString(folder.resolve("token"), "the-token\n");
    }

    @AfterEach
    void stop() {
        worker.stop(0);
    }

    @Test
    void printsTheAnswerIndented() {
        answer = "{\"name\":\"a\",\"tasks\":[],\"config\":{\"topics\":\"t\"},\"ids\":[1,2]}";
        assertThat(run("GET", "/connectors/a?expand=info")).isZero();
        assertThat(request).isEqualTo("GET /connectors/a?expand=info ");
        assertThat(token).isEqualTo("Bearer the-token");
        assertThat(out.toString()).isEqualTo("""
                {
                  "name": "a",
                  "tasks": [],
                  "config": {
                    "topics": "t"
                  },
                  "ids": [
                    1,
                    2
                  ]
                }
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void printsNothingForAnEmptyAnswer() {
        status = 204;
        assertThat(run("post", "/connectors/a/restart")).isZero();
        assertThat(request).isEqualTo("POST /connectors/a/restart ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void sendsABodyFromAFileAnArgumentOrTheStandardInput() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{\"from\":\"file\"}");
        run("PUT", "/connectors/x/config", "@" + file);
        assertThat(request).isEqualTo("PUT /connectors/x/config {\"from\":\"file\"}");
        run("PUT", "/connectors/x/config", "-d", "@" + file);
        assertThat(request).endsWith("{\"from\":\"file\"}");
        run("PUT", "/connectors/x/config", "{\"from\":\"argument\"}");
        assertThat(request).endsWith("{\"from\":\"argument\"}");
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("{\"from\":\"input\"}".getBytes(UTF_8)));
        try {
            run("POST", "/connectors", "--data", "@-");
        } finally {
            System.setIn(before);
        }
        assertThat(request).isEqualTo("POST /connectors {\"from\":\"input\"}");
    }

    @ParameterizedTest
    @CsvSource({"404, 4", "401, 4", "409, 4", "500, 5", "302, 1"})
    void exitCodeTellsTheKindOfTheStatus(int answered, int exitCode) {
        status = answered;
        answer = "{\"error_code\":0,\"message\":\"no\"}";
        assertThat(run("GET", "/connectors/a")).isEqualTo(exitCode);
        assertThat(out.toString()).contains("\"message\": \"no\"");
        assertThat(err.toString()).contains("GET /connectors/a with status " + answered);
    }

    @Test
    void showsAnAnswerThatIsNotJsonAsItIs() {
        status = 502;
        answer = "<html>";
        assertThat(run("GET", "/")).isEqualTo(5);
        assertThat(out.toString()).isEqualTo("<html>\n");
    }

    @Test
    void saysThatNoWorkerAnswers() {
        worker.stop(0);
        assertThat(run("GET", "/connectors")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("no Connect worker answers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connectors", "//elsewhere.example/connectors", "http://elsewhere.example/"})
    void sendsTheTokenNowhereElse(String path) {
        assertThat(run("GET", path)).isEqualTo(2);
        assertThat(err.toString()).contains("PATH must begin with one slash");
    }

    @Test
    void saysWhichFileCannotBeRead() {
        assertThat(run("PUT", "/connectors/x/config", "@" + folder.resolve("none.json")))
                .isEqualTo(1);
        assertThat(err.toString()).contains("Cannot read the file", "none.json");
        assertThat(request).isEmpty();
    }

    @Test
    void wantsTheBodyOnce() {
        assertThat(run("PUT", "/connectors/x/config", "{}", "-d", "{}")).isEqualTo(2);
        assertThat(err.toString()).contains("Give the body once");
    }

    private int run(String... words) {
        List<String> all = Stream.concat(
                        Stream.of(
                                "connect",
                                "--url=http://127.0.0.1:" + worker.getAddress().getPort(),
                                "--token-file=" + folder.resolve("token")),
                        Stream.of(words))
                .toList();
        CommandLine line = OperationsCommand.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        token = exchange.getRequestHeaders().getFirst("Authorization");
        request = "%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        byte[] bytes = answer.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
