package io.ordersync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.spring.RealServers;
import io.ordersync.stack.testing.spring.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nobody reads or changes the orders of others, and nobody does anything without a valid token. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServers.class)
class OrderAccessIT {

    private static final List<String> ENDPOINTS = List.of(
            "POST /orders",
            "GET /orders",
            "GET /orders?userId=user-1",
            "GET /orders/01941f29-7c00-7aaa-8bbb-0123456789ab",
            "HEAD /orders",
            "DELETE /orders/01941f29-7c00-7aaa-8bbb-0123456789ab",
            "PUT /orders",
            "OPTIONS /orders",
            "GET /nothing",
            "GET /actuator",
            "GET /actuator/info",
            "GET /actuator/metrics",
            "GET /actuator/metrics/jvm.threads.live");

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    @Test
    void refusesEveryEndpointWithoutAToken() throws Exception {
        for (String endpoint : ENDPOINTS) {
            HttpResponse<String> answer = send(endpoint, null);

            assertThat(answer.statusCode()).as(endpoint).isEqualTo(401);
            assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer realm=\"order-sync\"");
            if (!endpoint.startsWith("HEAD")) {
                assertProblem(answer, "token-required");
                assertThat(answer.body()).contains("./run token");
            }
        }
    }

    @Test
    void refusesEveryEndpointWithAnyInvalidToken() throws Exception {
        for (Map.Entry<String, String> token : TestTokens.refused().entrySet()) {
            for (String endpoint : ENDPOINTS) {
                HttpResponse<String> answer = send(endpoint, "Bearer " + token.getValue());

                assertThat(answer.statusCode())
                        .as(endpoint + ", " + token.getKey())
                        .isEqualTo(401);
                assertThat(header(answer, "WWW-Authenticate"))
                        .startsWith("Bearer realm=\"order-sync\", error=\"invalid_token\", error_description=\"");
                if (!endpoint.startsWith("HEAD")) {
                    assertProblem(answer, "invalid-token");
                    assertThat(answer.body()).doesNotContain("Jwt", "Exception", "nimbus", "spring");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlci0xOnVzZXItMQ==", "Bearer", "Bearer a b", "bearer", "Token abc"})
    void refusesOtherWaysToLogIn(String authorization) throws Exception {
        assertThat(send("GET /orders", authorization).statusCode()).isEqualTo(401);
    }

    @Test
    void readsNoTokenFromAnywhereElse() throws Exception {
        String token = TestTokens.bearer("user-1").substring("Bearer ".length());

        assertThat(send("GET /orders?access_token=" + token, null).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui/index.html",
                "/problems.md"
            })
    void servesHealthAndDocumentationToAnybody(String path) throws Exception {
        assertThat(send("GET " + path, null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"orders-admin, 403", "catalog-admin, 403", "operator, 200"})
    void showsMetricsToOperatorsOnly(String role, int status) throws Exception {
        for (String path : List.of("/actuator/metrics", "/actuator/info")) {
            HttpResponse<String> answer = send("GET " + path, TestTokens.bearer("user-1", role));

            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            if (status == 403) {
                assertProblem(answer, "role-required");
                assertThat(header(answer, "WWW-Authenticate")).contains("error=\"insufficient_scope\"");
            }
        }
    }

    @Test
    void theSubjectOwnsAnOrderThatNamesNoUser() throws Exception {
        String user = newUser();

        HttpResponse<String> placed = place(user, "{\"productId\": \"p\", \"qty\": 1, \"unitPrice\": 1}");

        assertThat(placed.statusCode()).isEqualTo(201);
        assertThat(json(placed).get("userId").asString()).isEqualTo(user);
        assertThat(header(placed, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(placed, "Set-Cookie")).isEmpty();
    }

    @Test
    void refusesAnOrderForAnotherUser() throws Exception {
        String body = "{\"userId\": \"user-2\", \"productId\": \"p\", \"qty\": 1, \"unitPrice\": 1}";
        for (String roles : List.of("none", "orders-admin")) {
            HttpResponse<String> refused = sendBody("POST /orders", TestTokens.bearer("user-1", roles), body);

            assertThat(refused.statusCode()).isEqualTo(403);
            assertProblem(refused, "other-user");
            assertThat(json(refused).get("detail").asString())
                    .startsWith("The token's subject is not the user 'user-2'. Leave userId out");
        }
    }

    @Test
    void anotherUsersOrderIsAsUnknownAsOneThatDoesNotExist() throws Exception {
        String mine = json(place(newUser(), "{\"productId\": \"p\", \"qty\": 1, \"unitPrice\": 1}"))
                .get("orderId")
                .asString();
        String stored = stored(newUser(), "CONFIRMED").toString();
        String undecided = stored(newUser(), "PENDING").toString();
        String other = TestTokens.bearer(newUser());
        for (String id : List.of(mine, stored, undecided)) {
            for (String request : List.of("GET /orders/%s", "DELETE /orders/%s", "GET /orders?after=%s")) {
                assertIsUnknown(request, id, other);
            }
            Instant before = Instant.now();
            assertIsUnknown("GET /orders/%s", id, other, "Prefer", "wait=20");
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** An unknown order is 503 then, so another user's has to be, too, wherever it is. */
    @Test
    void anotherUsersOrderIsAsUnknownWhileTheLogCannotBeRead() throws Exception {
        String stored = stored(newUser(), "CONFIRMED").toString();
        String other = TestTokens.bearer(newUser());
        stack.broker().kill();
        try {
            for (String request : List.of("GET /orders/%s", "DELETE /orders/%s")) {
                HttpResponse<String> unknown = send(request.formatted(UUID.randomUUID()), other);
                HttpResponse<String> foreign = send(request.formatted(stored), other);

                assertThat(unknown.statusCode()).isEqualTo(503);
                assertThat(foreign.statusCode()).as(request).isEqualTo(503);
                assertProblem(foreign, "view-behind");
            }
        } finally {
            stack.start(stack.broker());
        }
    }

    @Test
    void oneKeyOfTwoUsersIsTwoOrders() throws Exception {
        String key = UUID.randomUUID().toString();
        String body = "{\"productId\": \"p\", \"qty\": 1, \"unitPrice\": 1}";

        HttpResponse<String> first =
                sendBody("POST /orders", TestTokens.bearer(newUser()), body, "Idempotency-Key", key);
        HttpResponse<String> second =
                sendBody("POST /orders", TestTokens.bearer(newUser()), body, "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(json(first).get("orderId")).isNotEqualTo(json(second).get("orderId"));
    }

    @Test
    void listsOnlyOnesOwnOrders() throws Exception {
        String user = newUser();
        UUID order = stored(user, "CONFIRMED");
        stored(newUser(), "CONFIRMED");

        JsonNode mine = json(send("GET /orders", TestTokens.bearer(user)));
        HttpResponse<String> others = send("GET /orders?userId=user-1", TestTokens.bearer(user));

        assertThat(mine.valueStream().map(each -> each.get("orderId").asString()))
                .containsExactly(order.toString());
        assertThat(json(send("GET /orders?userId=" + user, TestTokens.bearer(user))))
                .isEqualTo(mine);
        assertThat(others.statusCode()).isEqualTo(403);
        assertProblem(others, "other-user");
    }

    @Test
    void anAdminSeesAllOrdersAndCancelsNone() throws Exception {
        String user = newUser();
        UUID order = stored(user, "CONFIRMED");
        String admin = TestTokens.bearer("admin", "orders-admin");

        HttpResponse<String> cancelled = send("DELETE /orders/" + order, admin);

        assertThat(send("GET /orders/" + order, admin).statusCode()).isEqualTo(200);
        assertThat(json(send("GET /orders?userId=" + user, admin))).hasSize(1);
        assertThat(cancelled.statusCode()).isEqualTo(403);
        assertProblem(cancelled, "other-user");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65, 500})
    void refusesASubjectThatIsNoUserId(int length) throws Exception {
        String token = TestTokens.bearer("u".repeat(length));
        for (String endpoint : List.of("GET /orders", "GET /orders/" + UUID.randomUUID(), "POST /orders")) {
            HttpResponse<String> refused = send(endpoint, token);

            assertThat(refused.statusCode()).as(endpoint).isEqualTo(403);
            assertProblem(refused, "invalid-subject");
        }
    }

    private void assertIsUnknown(String request, String id, String token, String... headers) throws Exception {
        String unknown = UUID.randomUUID().toString();
        HttpResponse<String> expected = send(request.formatted(unknown), token, headers);
        HttpResponse<String> actual = send(request.formatted(id), token, headers);

        assertThat(actual.statusCode()).as(request).isEqualTo(404);
        assertThat(actual.body()).isEqualTo(expected.body().replace(unknown, id));
        assertThat(actual.headers().map().keySet())
                .isEqualTo(expected.headers().map().keySet());
    }

    private static void assertProblem(HttpResponse<String> answer, String slug) {
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems.md#" + slug);
    }

    private HttpResponse<String> place(String user, String body) throws Exception {
        return sendBody("POST /orders", TestTokens.bearer(user), body);
    }

    private HttpResponse<String> send(String endpoint, @Nullable String authorization, String... headers)
            throws Exception {
        String body = endpoint.startsWith("P") ? "{\"productId\": \"p\", \"qty\": 1, \"unitPrice\": 1}" : "";
        return sendBody(endpoint, authorization, body, headers);
    }

    private HttpResponse<String> sendBody(
            String endpoint, @Nullable String authorization, String body, String... headers) throws Exception {
        String[] words = endpoint.split(" ");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + words[1]))
                .header("Content-Type", "application/json")
                .method(words[0], BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private UUID stored(String user, String status) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO orders VALUES (?, ?, 'CATALOG-001', 1, 1500, 1500, ?, NULL,
                        '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678', ?)""")) {
            insert.setString(1, id.toString());
            insert.setString(2, user);
            insert.setString(3, status);
            insert.setInt(4, OrderStatus.valueOf(status).revision());
            insert.executeUpdate();
        }
        return id;
    }

    private static String newUser() {
        return "u-" + UUID.randomUUID();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
