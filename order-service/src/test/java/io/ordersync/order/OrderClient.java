package io.ordersync.order;

import io.ordersync.stack.testing.spring.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of order-service, with the token of user-1, who may read metrics as well. */
record OrderClient(int port) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOKEN = TestTokens.bearer("user-1", "operator");

    HttpResponse<String> post(int qty, String... headers) {
        return postAsync(qty, headers).join();
    }

    CompletableFuture<HttpResponse<String>> postAsync(int qty, String... headers) {
        String body = """
                {"userId": "user-1", "productId": "CATALOG-001", "qty": %d, "unitPrice": 1500}""".formatted(qty);
        return send(request("/orders", headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(Object order, String... headers) {
        return getAsync("/orders/" + order, headers).join();
    }

    HttpResponse<String> list() {
        return getAsync("/orders?userId=user-1").join();
    }

    CompletableFuture<HttpResponse<String>> getAsync(String path, String... headers) {
        return send(request(path, headers));
    }

    HttpResponse<String> delete(Object order) {
        return send(request("/orders/" + order).DELETE()).join();
    }

    /** The value of a counter or gauge. */
    double metric(String name) {
        return JSON.readTree(getAsync("/actuator/metrics/" + name).join().body())
                .at("/measurements/0/value")
                .asDouble();
    }

    static String field(HttpResponse<String> answer, String name) {
        JsonNode value = JSON.readTree(answer.body()).get(name);
        return value == null ? "absent in " + answer.body() : value.asString();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TOKEN);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
