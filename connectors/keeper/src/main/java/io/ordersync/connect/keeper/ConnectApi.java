package io.ordersync.connect.keeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The few requests of Connect's REST interface that the keeper needs; every one ends within a bound. */
final class ConnectApi {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** A worker validates a configuration before it answers, and may have to wait for a database to do so. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How a worker ends its complaint about a configuration; of use to people at its REST interface only. */
    private static final String HINT = "You can also find the above list of errors";

    private final URI root;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    ConnectApi(URI root) {
        this.root = root;
    }

    /** @throws IOException if the worker is not there or not ready */
    void ping() throws IOException, InterruptedException {
        expect(send("GET", "/", BodyPublishers.noBody()), 200);
    }

    Optional<ConnectorDefinition> connector(String name) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", path(name) + "/config", BodyPublishers.noBody());
        return answer.statusCode() == 404
                ? Optional.empty()
                : Optional.of(ConnectorDefinition.of(name, (ObjectNode) expect(answer, 200)));
    }

    /** @throws ConfigRefused if the worker finds fault with the configuration */
    void put(ConnectorDefinition connector) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.ofByteArray(Json.write(connector.config()));
        HttpResponse<byte[]> answer = send("PUT", path(connector.name()) + "/config", body);
        if (answer.statusCode() == 400) {
            throw new ConfigRefused(message(answer));
        }
        expect(answer, 200, 201);
    }

    /** Empty in the moments after a registration, before any worker has said anything. */
    Optional<ConnectorHealth> health(String name) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", path(name) + "/status", BodyPublishers.noBody());
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(ConnectorHealth.of(expect(answer, 200)));
    }

    void restartFailed(String name) throws IOException, InterruptedException {
        String restart = path(name) + "/restart?includeTasks=true&onlyFailed=true";
        expect(send("POST", restart, BodyPublishers.noBody()), 200, 202, 204);
    }

    private HttpResponse<byte[]> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new IOException("no connection", e);
        }
    }

    private static JsonNode expect(HttpResponse<byte[]> answer, int... statuses) throws IOException {
        for (int status : statuses) {
            if (answer.statusCode() == status) {
                return Json.parse(answer.body());
            }
        }
        throw new IOException("status " + answer.statusCode() + ", " + message(answer));
    }

    private static String message(HttpResponse<byte[]> answer) {
        try {
            String message = Json.parse(answer.body()).path("message").asText("no message");
            return message.lines().filter(line -> !line.startsWith(HINT)).collect(Collectors.joining(" "));
        } catch (IOException e) {
            return "no message";
        }
    }

    private static String path(String connector) {
        return "/connectors/"
                + URLEncoder.encode(connector, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
