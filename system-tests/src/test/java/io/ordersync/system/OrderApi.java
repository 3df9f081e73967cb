package io.ordersync.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface of one service, an order-service unless a path says otherwise. */
public record OrderApi(String url) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    /** Places an order and returns its id; anything but 201 is a failure of the test. */
    public UUID place(String user, String product, int qty, int unitPrice) {
        return placeAsync(user, product, qty, unitPrice).join();
    }

    CompletableFuture<UUID> placeAsync(String user, String product, int qty, int unitPrice) {
        return post(user, product, qty, unitPrice).thenApply(OrderApi::created);
    }

    /**
     * Sends an order.
     *
     * @param headers names and values in turn
     */
    public CompletableFuture<HttpResponse<String>> post(
            String user, String product, int qty, int unitPrice, String... headers) {
        String body = """
                {"userId": "%s", "productId": "%s", "qty": %d, "unitPrice": %d}""".formatted(user, product, qty, unitPrice);
        HttpRequest.Builder request = to("/orders", headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> postAsync(String path, String body) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String body) {
        HttpRequest.Builder request =
                to(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString()).join();
    }

    HttpResponse<String> cancel(UUID order) {
        return cancelAsync(order).join();
    }

    public CompletableFuture<HttpResponse<String>> cancelAsync(UUID order) {
        return HTTP.sendAsync(to("/orders/" + order).DELETE().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) {
        return getAsync(path, headers).join();
    }

    CompletableFuture<HttpResponse<String>> getAsync(String path, String... headers) {
        return HTTP.sendAsync(to(path, headers).GET().build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public JsonNode getJson(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET %s: %d %s".formatted(path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    public static UUID created(HttpResponse<String> response) {
        if (response.statusCode() != 201) {
            throw new AssertionError("POST /orders: %d %s".formatted(response.statusCode(), response.body()));
        }
        return UUID.fromString(JSON.readTree(response.body()).get("orderId").asString());
    }

    private HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
