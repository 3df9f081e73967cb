package io.ordersync.benchmarks.servers;

import io.ordersync.benchmarks.data.SampleOrders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** A client of order-service on the JDK's HTTP client, for loads at which the cost of the client does not matter. */
public final class OrderClient {

    private static final String ORDER = """
            {"productId":"%s","qty":1,"unitPrice":%d}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final JsonMapper json = new JsonMapper();
    private final URI orders;
    private final String authorization;

    /** @param token of the user who owns the orders */
    public OrderClient(String url, String token) {
        this.authorization = "Bearer " + token;
        this.orders = URI.create(url + "/orders");
    }

    /** Places an order and completes with its id when order-service has answered. */
    public CompletableFuture<UUID> place(int number, int products) {
        String product = SampleOrders.product(number % products);
        HttpRequest request = HttpRequest.newBuilder(orders)
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(ORDER.formatted(product, SampleOrders.UNIT_PRICE)))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(this::id);
    }

    private UUID id(HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new UncheckedIOException(new IOException(answer.statusCode() + " " + answer.body()));
        }
        return UUID.fromString(json.readTree(answer.body()).path("orderId").asString());
    }
}
