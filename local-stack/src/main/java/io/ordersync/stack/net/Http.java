package io.ordersync.stack.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** GET, with a bound on everything. */
public final class Http {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(BOUND)
            .build();

    private Http() {}

    /** The body of a 200; anything else is an exception that says what came instead. */
    public static String get(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(BOUND).build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("%s answers %d".formatted(url, response.statusCode()));
            }
            return response.body();
        } catch (ConnectException e) {
            throw new IOException("nothing listens at " + url, e);
        }
    }
}
