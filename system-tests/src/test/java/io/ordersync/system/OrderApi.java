package io.ordersync.system;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** The REST interface of one order-service. */
record OrderApi(String url) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Places an order and returns its id; anything but 201 is a failure of the test. */
    UUID place(String user, String product, int qty, int unitPrice) {
        return placeAsync(user, product, qty, unitPrice).join();
    }

    CompletableFuture<UUID> placeAsync(String user, String product, int qty, int unitPrice) {
        String body = """
                {"userId": "%s", "productId": "%s", "qty": %d, "unitPrice": %d}""".formatted(user, product, qty, unitPrice);
        HttpRequest request = to("/orders")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.sendAsync(request, BodyHandlers.ofString()).thenApply(OrderApi::created);
    }

    HttpResponse<String> get(String path) {
        try {
            return HTTP.send(to(path).GET().build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode getJson(String path) {
        HttpResponse<String> response = get(path);
        if (response.statusCode() != 200) {
            throw new AssertionError("GET %s: %d %s".formatted(path, response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }

    private static UUID created(HttpResponse<String> response) {
        if (response.statusCode() != 201) {
            throw new AssertionError("POST /orders: %d %s".formatted(response.statusCode(), response.body()));
        }
        return UUID.fromString(JSON.readTree(response.body()).get("orderId").asString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
    }
}
