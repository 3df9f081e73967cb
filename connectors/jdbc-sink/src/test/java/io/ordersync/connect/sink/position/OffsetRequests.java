package io.ordersync.connect.sink.position;

import io.ordersync.stack.testing.connect.TestStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Connect's requests about the offsets of a connector. */
final class OffsetRequests {

    private OffsetRequests() {}

    static HttpResponse<String> send(String connector, String method, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestStack.running().workerUrl() + "/connectors/" + connector + "/offsets"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
