package io.ordersync.benchmarks.servers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worker's REST interface. */
public final class Connectors {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    public Connectors(String url) {
        this.url = url;
    }

    /** Of the worker, and of Kafka. */
    public String version() throws IOException, InterruptedException {
        return json.readTree(send("GET", "/", "").body()).path("version").asString();
    }

    /** Whether the worker has found a plugin with this connector. */
    public boolean know(String connectorClass) throws IOException, InterruptedException {
        JsonNode plugins = json.readTree(send("GET", "/connector-plugins", "").body());
        return StreamSupport.stream(plugins.spliterator(), false)
                .anyMatch(plugin -> plugin.path("class").asString().equals(connectorClass));
    }

    /** Starts a connector under a new name, with a consumer group of its own, and returns when its tasks run. */
    public void start(String name, Map<String, String> config) throws IOException, InterruptedException {
        String body = json.writeValueAsString(config);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> answer = send("PUT", "/connectors/" + name + "/config", body);
        while (answer.statusCode() == 404 || answer.statusCode() == 409) { // the worker is not ready yet
            pause(deadline, answer.body());
            answer = send("PUT", "/connectors/" + name + "/config", body);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the worker refuses %s: %s".formatted(name, answer.body()));
        }
        while (!running(name, config.get("tasks.max"))) {
            pause(deadline, name + " does not start");
        }
    }

    /** Ends a connector and returns when its tasks are gone. */
    public void delete(String name) throws IOException, InterruptedException {
        send("DELETE", "/connectors/" + name, "");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (send("GET", "/connectors/" + name + "/status", "").statusCode() != 404) {
            pause(deadline, name + " does not end");
        }
    }

    /** @throws IOException if a task has failed, with the reason */
    private boolean running(String name, String tasks) throws IOException, InterruptedException {
        JsonNode status =
                json.readTree(send("GET", "/connectors/" + name + "/status", "").body());
        String states = StreamSupport.stream(status.path("tasks").spliterator(), false)
                .map(task -> task.path("state").asString())
                .collect(Collectors.joining(" "));
        if (states.contains("FAILED")) {
            throw new IOException(name + " has failed: " + status);
        }
        return states.equals("RUNNING" + " RUNNING".repeat(Integer.parseInt(tasks) - 1));
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void pause(long deadline, String trouble) throws IOException, InterruptedException {
        if (System.nanoTime() > deadline) {
            throw new IOException(trouble);
        }
        Thread.sleep(PAUSE_MILLIS);
    }
}
