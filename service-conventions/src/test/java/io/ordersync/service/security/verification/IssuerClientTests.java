package io.ordersync.service.security.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;

class IssuerClientTests {

    private final AtomicInteger requests = new AtomicInteger();
    private long now;
    private final IssuerClient issuer = new IssuerClient(() -> now);

    @Test
    void repeatsAnAnswerForFiveSeconds() throws IOException {
        assertThat(read("/keys", this::answer)).isEqualTo("answer 1");
        assertThat(read("/keys", this::answer)).isEqualTo("answer 1");
        assertThat(read("/configuration", this::answer)).isEqualTo("answer 2");
        now = Duration.ofSeconds(6).toNanos();

        assertThat(read("/keys", this::answer)).isEqualTo("answer 3");
    }

    @Test
    void repeatsAFailureForFiveSeconds() throws IOException {
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> read("/keys", this::fail)).isInstanceOf(IOException.class);
        }
        assertThat(requests).hasValue(1);
        assertThat(issuer.isAnswering()).isFalse();
        now = Duration.ofSeconds(6).toNanos();

        assertThat(read("/keys", this::answer)).isEqualTo("answer 2");
        assertThat(issuer.isAnswering()).isTrue();
    }

    @Test
    void waitsForASlowIssuer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/keys",
                exchange -> CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS)
                        .execute(() -> {
                            try (exchange) {
                                exchange.sendResponseHeaders(204, -1);
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        }));
        server.start();
        try {
            String keys = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
            assertThat(issuer.rest().getForEntity(keys, String.class).getStatusCode())
                    .isEqualTo(HttpStatus.NO_CONTENT);
        } finally {
            server.stop(0);
        }
    }

    private String read(String path, ClientHttpRequestExecution execution) throws IOException {
        var request = new MockClientHttpRequest(HttpMethod.GET, URI.create("http://issuer" + path));
        try (var response = issuer.intercept(request, new byte[0], execution)) {
            return new String(response.getBody().readAllBytes(), UTF_8);
        }
    }

    private MockClientHttpResponse answer(HttpRequest request, byte[] body) {
        return new MockClientHttpResponse(("answer " + requests.incrementAndGet()).getBytes(UTF_8), HttpStatus.OK);
    }

    private MockClientHttpResponse fail(HttpRequest request, byte[] body) throws ConnectException {
        requests.incrementAndGet();
        throw new ConnectException("Connection refused");
    }
}
