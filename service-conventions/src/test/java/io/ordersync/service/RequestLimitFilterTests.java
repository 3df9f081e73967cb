package io.ordersync.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.application.name=sample",
            "order-sync.rest.max-requests=2",
            "management.endpoint.health.probes.enabled=true"
        })
@Import(RequestLimitFilterTests.Held.class)
class RequestLimitFilterTests {

    /** Requests that are answered when the test says so. */
    @RestController
    static class Held {

        private final Queue<CompletableFuture<String>> requests = new ConcurrentLinkedQueue<>();

        @GetMapping("/held")
        CompletableFuture<String> hold() {
            var answer = new CompletableFuture<String>();
            requests.add(answer);
            return answer;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Held held;

    @Test
    void refusesRequestsAboveTheLimitUntilOneEnds() throws IOException {
        try (Socket one = send("/held");
                Socket another = send("/held")) {
            Awaitility.await().until(() -> held.requests.size() == 2);

            assertThat(get("/gone").isProblem("overloaded", 503).header("Retry-After"))
                    .isEqualTo("2");
            get("/actuator/../gone").isProblem("overloaded", 503);
            for (String path :
                    List.of("/actuator/health", "/actuator/health/ping", "/actuator/info", "/actuator/other")) {
                get(path).isProblem("overloaded", 503);
            }
            for (String probe : List.of("/actuator/health/liveness", "/actuator/health/readiness")) {
                assertThat(get(probe).status()).as("never refused").isEqualTo(200);
            }

            held.requests.remove().complete("first");
            held.requests.remove().completeExceptionally(new IllegalStateException());
            assertThat(List.of(statusOf(one), statusOf(another))).containsExactlyInAnyOrder("200", "500");
            Awaitility.await().until(() -> get("/gone").status() == 410);
        }
    }

    @Test
    void freesThePlaceHoweverARequestEnds() throws IOException {
        for (int i = 0; i < 3; i++) {
            for (String path : List.of("/gone", "/bug", "/bug-of-the-jvm", "/large", "/database/late", "/nowhere")) {
                Awaitility.await().until(() -> !get(path).body().contains("Overloaded"));
            }
        }
    }

    private Socket send(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusOf(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII).split(" ")[1];
    }

    private Exchange get(String path) throws IOException {
        return Exchange.of(port, "GET " + path + " HTTP/1.1\r\n\r\n");
    }
}
