package io.ordersync.stack.testing.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** The worker's REST interface as tests use it. */
public final class Connect {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    Connect(String url) {
        this.url = url;
    }

    public String url() {
        return url;
    }

    /** Puts a configuration and expects the worker to take it. */
    public void register(String name, Map<String, String> config) {
        HttpResponse<String> answer = put("/connectors/" + name + "/config", config);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    public HttpResponse<String> put(String path, Map<String, String> config) {
        try {
            return send("PUT", path, JSON.writeValueAsString(config));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode get(String path) {
        try {
            return JSON.readTree(send("GET", path, "").body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        send("DELETE", "/connectors/" + name, "");
    }

    public HttpResponse<String> post(String path) {
        return send("POST", path, "");
    }

    /** The states of a connector and its tasks, such as "RUNNING RUNNING". */
    public String states(String name) {
        JsonNode status = get("/connectors/" + name + "/status");
        StringBuilder states = new StringBuilder(status.at("/connector/state").asText("-"));
        status.path("tasks")
                .forEach(task -> states.append(' ').append(task.path("state").asText()));
        return states.toString();
    }

    public String trace(String name) {
        return get("/connectors/" + name + "/status").at("/tasks/0/trace").asText();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
