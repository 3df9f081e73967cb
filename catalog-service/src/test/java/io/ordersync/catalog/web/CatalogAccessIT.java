package io.ordersync.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.stack.testing.spring.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody with a token reads the catalog; only somebody with the role changes it. */
@CatalogServiceTest
class CatalogAccessIT {

    private static final String PRODUCT = "/catalogs/" + UUID.randomUUID();

    private static final List<String> READS = List.of("GET /catalogs", "HEAD /catalogs", "GET " + PRODUCT);
    private static final List<String> CHANGES = List.of("PUT " + PRODUCT, "POST " + PRODUCT + "/restock");
    private static final List<String> OTHERS = List.of("GET /actuator/metrics", "DELETE /catalogs", "GET /nothing");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void refusesEveryRequestWithoutAToken() throws Exception {
        for (List<String> endpoints : List.of(READS, CHANGES, OTHERS)) {
            for (String endpoint : endpoints) {
                HttpResponse<String> answer = send(endpoint, null);
                assertThat(answer.statusCode()).as(endpoint).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"order-sync\"");
            }
        }
    }

    @Test
    void refusesEveryRequestWithAnInvalidToken() throws Exception {
        for (Map.Entry<String, String> token : TestTokens.refused().entrySet()) {
            for (List<String> endpoints : List.of(READS, CHANGES, OTHERS)) {
                for (String endpoint : endpoints) {
                    HttpResponse<String> answer = send(endpoint, "Bearer " + token.getValue());
                    assertThat(answer.statusCode())
                            .as(endpoint + ", " + token.getKey())
                            .isEqualTo(401);
                }
            }
        }
    }

    @Test
    void onlyTheRoleChangesTheCatalog() throws Exception {
        for (String role : List.of("none", "orders-admin", "marketing", "operator", "catalog", "CATALOG-ADMIN")) {
            for (String change : CHANGES) {
                HttpResponse<String> answer = send(change, TestTokens.bearer("user-1", role));
                assertThat(answer.statusCode()).as(change + ", " + role).isEqualTo(403);
                assertThat(answer.body()).contains("/problems.md#role-required");
            }
        }
        assertThat(send(CHANGES.get(0), TestTokens.bearer("user-1", "catalog-admin"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(send(CHANGES.get(1), TestTokens.bearer("user-1", "catalog-admin"))
                        .statusCode())
                .isEqualTo(400);
        for (String read : READS) {
            assertThat(send(read, TestTokens.bearer("user-1")).statusCode())
                    .as(read)
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> send(String endpoint, @Nullable String authorization) throws Exception {
        String[] words = endpoint.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + words[1]))
                .header("Content-Type", "application/json")
                .method(
                        words[0],
                        words[0].startsWith("P")
                                ? BodyPublishers.ofString(
                                        "{\"productName\": \"any\", \"unitPrice\": 1, \"initialStock\": 1}")
                                : BodyPublishers.noBody());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
