package io.ordersync.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The REST interface of a Kafka Connect worker. Every method throws {@link WorkerUnreachable} if no worker answers in
 * time, {@link WorkerRebalancing} if the worker cannot answer at present, and {@link RequestRefused} if it refuses.
 */
public final class ConnectClient {

    /** A worker validates a configuration before it answers, and may have to wait for a database to do so. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI url;
    private final Duration timeout;
    private final Optional<TokenFile> token;

    /** @param url a worker that demands no token, such as {@code http://127.0.0.1:8083}; it has 30 seconds for each answer */
    public ConnectClient(String url) {
        this(url, TIMEOUT);
    }

    /** @param timeout the longest that a request may take, from the connection to the last byte of the answer */
    public ConnectClient(String url, Duration timeout) {
        this(URI.create(url), timeout, Optional.empty());
    }

    private ConnectClient(URI url, Duration timeout, Optional<TokenFile> token) {
        this.url = url;
        this.timeout = timeout;
        this.token = token;
    }

    /** A client that sends the token of a file with each request. */
    public ConnectClient withToken(TokenFile file) {
        return new ConnectClient(url, timeout, Optional.of(file));
    }

    /** The version of Kafka that the worker runs. */
    public String version() throws IOException, InterruptedException {
        return read(send("GET", "/", null)).path("version").asText();
    }

    /** The classes of the connectors that the worker's plugins hold. */
    public List<String> plugins() throws IOException, InterruptedException {
        return read(send("GET", "/connector-plugins", null)).findValuesAsText("class");
    }

    /** The status of every connector, by name. */
    public List<ConnectorStatus> connectors() throws IOException, InterruptedException {
        JsonNode all = read(send("GET", "/connectors?expand=status", null));
        return StreamSupport.stream(all.spliterator(), false)
                .map(connector -> ConnectorStatus.of(connector.path("status")))
                .sorted(Comparator.comparing(ConnectorStatus::name))
                .toList();
    }

    /** The configuration and the status of every connector, by name. */
    public Map<String, RegisteredConnector> registered() throws IOException, InterruptedException {
        JsonNode all = read(send("GET", "/connectors?expand=info&expand=status", null));
        return StreamSupport.stream(all.spliterator(), false)
                .map(RegisteredConnector::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(RegisteredConnector::name, Function.identity()));
    }

    /** Empty if there is no such connector, or in the moments after its registration. */
    public Optional<ConnectorStatus> status(String connector) throws IOException, InterruptedException {
        return find(path(connector, "/status")).map(ConnectorStatus::of);
    }

    /** Empty if there is no such connector. */
    public Optional<ConnectorDefinition> definition(String connector) throws IOException, InterruptedException {
        return find(path(connector, "/config")).map(config -> ConnectorDefinition.of(connector, (ObjectNode) config));
    }

    /** Creates a connector or changes its configuration. */
    public void put(String connector, Map<String, String> config) throws IOException, InterruptedException {
        read(send("PUT", path(connector, "/config"), config));
    }

    /** What the worker finds wrong with a configuration, in the form of its REST interface. */
    public JsonNode validate(String connectorClass, Map<String, String> config)
            throws IOException, InterruptedException {
        return read(send("PUT", "/connector-plugins/" + encode(connectorClass) + "/config/validate", config));
    }

    /** The configurations of a connector's tasks, in the form of the worker's REST interface. */
    public JsonNode tasks(String connector) throws IOException, InterruptedException {
        return read(send("GET", path(connector, "/tasks"), null));
    }

    /** Pairs of {@code partition} and {@code offset}; their content depends on the connector. */
    public JsonNode offsets(String connector) throws IOException, InterruptedException {
        return read(send("GET", path(connector, "/offsets"), null)).path("offsets");
    }

    /** Restarts a connector and all its tasks. */
    public void restart(String connector) throws IOException, InterruptedException {
        read(send("POST", path(connector, "/restart?includeTasks=true"), null));
    }

    /** Restarts a connector if it has failed, and those of its tasks that have failed. */
    public void restartFailed(String connector) throws IOException, InterruptedException {
        read(send("POST", path(connector, "/restart?includeTasks=true&onlyFailed=true"), null));
    }

    /** Its tasks stay, and do nothing. The worker carries this out after it has answered. */
    public void pause(String connector) throws IOException, InterruptedException {
        read(send("PUT", path(connector, "/pause"), null));
    }

    /** Ends its tasks. The worker carries this out after it has answered. */
    public void stop(String connector) throws IOException, InterruptedException {
        read(send("PUT", path(connector, "/stop"), null));
    }

    /** Ends a pause or a stop. The worker carries this out after it has answered. */
    public void resume(String connector) throws IOException, InterruptedException {
        read(send("PUT", path(connector, "/resume"), null));
    }

    /** Deletes a connector if it exists. Its tasks may run for a moment after the worker has answered. */
    public void delete(String connector) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("DELETE", path(connector, ""), null);
        if (answer.statusCode() != 404) {
            requireAccepted(answer);
        }
    }

    private Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = send("GET", path, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
    }

    /**
     * Sends any request and returns the answer, whatever its status.
     *
     * @param path with its query
     * @param body JSON, or null
     */
    public HttpResponse<byte[]> exchange(String method, String path, byte @Nullable [] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (token.isPresent()) {
            request.header("Authorization", "Bearer " + token.get().token());
        }
        return send(request.build());
    }

    private HttpResponse<byte[]> send(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        return exchange(method, path, body == null ? null : Json.write(body));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = HTTP.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw WorkerUnreachable.at(url, e.getCause());
        } catch (TimeoutException e) {
            throw WorkerUnreachable.within(timeout, url);
        } finally {
            answer.cancel(true);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        requireAccepted(answer);
        return Json.parse(answer.body());
    }

    private static void requireAccepted(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() == 409) {
            throw new WorkerRebalancing(answer);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new RequestRefused(answer);
        }
    }

    private static String path(String connector, String rest) {
        return "/connectors/" + encode(connector) + rest;
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The worker's URL. */
    @Override
    public String toString() {
        return url.toString();
    }
}
