package io.ordersync.marketing.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.marketing.ReplicaDatabase;
import io.ordersync.stack.testing.spring.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The replica has the orders of all users: only somebody with the role reads it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ReplicaDatabase.class)
class MarketingAccessIT {

    private static final List<String> PATHS =
            List.of("/syncOrders", "/syncOrders/summary", "/actuator/metrics", "/nothing");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void refusesEveryRequestWithoutAToken() throws Exception {
        for (String path : PATHS) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEveryRequestWithAnInvalidToken() throws Exception {
        for (Map.Entry<String, String> token : TestTokens.refused().entrySet()) {
            for (String path : PATHS) {
                assertThat(get(path, "Bearer " + token.getValue()).statusCode())
                        .as(path + ", " + token.getKey())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void onlyTheRoleReadsTheReplica() throws Exception {
        for (String path : List.of("/syncOrders", "/syncOrders/summary", "/syncOrders/", "/syncOrders;a=b")) {
            for (String role : List.of("none", "orders-admin", "catalog-admin", "operator")) {
                assertThat(get(path, TestTokens.bearer("user-1", role)).statusCode())
                        .as(path + ", " + role)
                        .isEqualTo(403);
            }
        }
        assertThat(get("/syncOrders", TestTokens.bearer("user-1", "marketing")).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String path, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
