package io.ordersync.catalog.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.ordersync.stack.testing.spring.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls the catalog with the token of somebody who may change it, and keeps all answers. */
class CatalogClient {

    private static final String TOKEN = TestTokens.bearer("keeper-of-the-catalog", "catalog-admin");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final int port;

    CatalogClient(int port) {
        this.port = port;
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer put(String product, String body) {
        return json("PUT", "/catalogs/" + product, body);
    }

    Answer restock(String product, String body) {
        return json("POST", "/catalogs/" + product + "/restock", body);
    }

    Answer json(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    /** Sends a body without its length. */
    Answer chunked(String method, String path, byte[] body) {
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
        return send(method, path, chunks, "Content-Type", "application/json");
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", TOKEN)
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return remember(Answer.of(method, path, http.send(request.build(), BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Sends the request as bytes, so that it can break any rule, and returns the complete answer. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    private Answer remember(Answer answer) {
        answers.add(answer);
        return answer;
    }
}
