package io.ordersync.order;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.spring.RealServers;
import io.ordersync.stack.testing.spring.TestTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(RealServers.class)
class OrderApiIT {

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    private RestClient rest;

    @BeforeEach
    void client() {
        rest = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", TestTokens.bearer("user-1", "orders-admin"))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @Test
    void answersOnlyWhenTheOrderIsOnTheTopic() {
        ResponseEntity<JsonNode> response = place(body("user-1", "CATALOG-001", "2", "1500"));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        UUID id = UUID.fromString(response.getBody().get("orderId").asString());
        assertThat(response.getHeaders().getLocation()).hasPath("/orders/" + id);
        assertThat(id.version()).isEqualTo(7);
        OrderRecord record = onTopic(id);
        assertThat(record.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(record.userId()).isEqualTo("user-1");
        assertThat(record.productId()).isEqualTo("CATALOG-001");
        assertThat(record.qty()).isEqualTo(2);
        assertThat(record.unitPrice()).isEqualTo(1500);
        assertThat(record.totalPrice()).isEqualTo(3000);
        assertThat(record.reason()).isNull();
        assertThat(record.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(response.getBody().get("createdAt").asString())
                .isEqualTo(record.createdAt().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"\"', '\"CATALOG-001\"', 1, 1, userId",
        "'\"u\"', '\"  \"', 1, 1, productId",
        "'\"u\"', '\"p\"', 0, 1, qty",
        "'\"u\"', '\"p\"', -1, 1, qty",
        "'\"u\"', '\"p\"', 1000001, 1, qty",
        "'\"u\"', '\"p\"', 1, 0, unitPrice",
        "'\"u\"', '\"p\"', 1, null, unitPrice",
    })
    void namesTheInvalidField(String user, String product, String qty, String unitPrice, String field) {
        ResponseEntity<JsonNode> response = place("""
                {"userId": %s, "productId": %s, "qty": %s, "unitPrice": %s}""".formatted(user, product, qty, unitPrice));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(response.getBody().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(response.getBody().get("errors").size()).isEqualTo(1);
    }

    @Test
    void namesEveryInvalidField() {
        ResponseEntity<JsonNode> response = place("{}");

        assertThat(response.getBody()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("productId", "qty", "unitPrice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"userId\":                                                              | 400 | malformed-json",
                "[]                                                                        | 400 | malformed-json",
                "`{\"userId\":\"u\",\"productId\":\"p\",\"qty\":\"2\",\"unitPrice\":1}`       | 400 | invalid-request",
                "`{\"userId\":\"u\",\"productId\":\"p\",\"qty\":1.5,\"unitPrice\":1}`         | 400 | invalid-request",
                "`{\"userId\":5,\"productId\":\"p\",\"qty\":1,\"unitPrice\":1}`               | 400 | invalid-request",
                "`{\"userId\":\"u\",\"productId\":\"p\",\"qty\":1,\"unitPrice\":1,\"x\":1}`   | 400 | invalid-request",
                "`{\"productId\":\"p\",\"qty\":1000000,\"unitPrice\":2148}`  | 400 | total-price-too-large",
            })
    void pointsToTheDocumentationOfTheProblem(String body, int status, String problem) {
        ResponseEntity<JsonNode> response = place(body);

        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        String type = response.getBody().get("type").asString();
        assertThat(type).endsWith("#" + problem);
        assertThat(rest.get().uri(type).retrieve().body(String.class)).contains("### " + problem + "\n");
    }

    @Test
    void describesTheLimitsOfPathAndBodyInOpenApi() {
        ResponseEntity<JsonNode> method = rest.put().uri("/orders").retrieve().toEntity(JsonNode.class);
        ResponseEntity<JsonNode> mediaType = rest.post()
                .uri("/orders")
                .contentType(MediaType.TEXT_PLAIN)
                .body("{}")
                .retrieve()
                .toEntity(JsonNode.class);
        ResponseEntity<JsonNode> size = place("{\"userId\":\"" + "u".repeat(100_000) + "\"}");

        assertThat(method.getStatusCode().value()).isEqualTo(405);
        assertThat(method.getHeaders().getAllow()).contains(HttpMethod.GET, HttpMethod.POST);
        assertThat(mediaType.getStatusCode().value()).isEqualTo(415);
        assertThat(size.getStatusCode().value()).isEqualTo(413);
    }

    @Test
    void pagesThroughAUsersOrdersNewestFirst() throws SQLException {
        UUID fromKeyFirst = stored("pager", UUID.fromString("ffffffff-0000-5000-8000-000000000001"), "03:04:05.001");
        UUID second = stored("pager", IDS.generate(), "03:04:05.002");
        UUID sameTime = stored("pager", IDS.generate(), "03:04:05.002");
        UUID fromKeyFourth = stored("pager", UUID.fromString("00000000-0000-5000-8000-000000000002"), "03:04:05.003");
        UUID last = stored("pager", IDS.generate(), "03:04:05.004");
        stored("Pager");

        ResponseEntity<JsonNode> page1 = get("/orders?userId=pager&limit=2");
        ResponseEntity<JsonNode> page2 = get(next(page1));
        ResponseEntity<JsonNode> page3 = get(next(page2));

        assertThat(idsOf(page1)).containsExactly(last, fromKeyFourth);
        assertThat(idsOf(page2)).containsExactly(sameTime, second);
        assertThat(idsOf(page3)).containsExactly(fromKeyFirst);
        assertThat(page3.getHeaders().get("Link")).isNull();
    }

    @Test
    void splitsAPageBetweenOrdersOfTheSameMillisecond() throws SQLException {
        UUID older = stored("same-time", IDS.generate(), "03:04:05.002");
        UUID newer = stored("same-time", IDS.generate(), "03:04:05.002");

        ResponseEntity<JsonNode> first = get("/orders?userId=same-time&limit=1");

        assertThat(idsOf(first)).containsExactly(newer);
        assertThat(idsOf(get(next(first)))).containsExactly(older);
    }

    @Test
    void findsAStoredOrder() throws SQLException {
        UUID id = stored("user-1");

        JsonNode order = get("/orders/" + id).getBody();

        assertThat(order.get("orderId").asString()).isEqualTo(id.toString());
        assertThat(order.get("createdAt").asString()).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(order.get("status").asString()).isEqualTo("CONFIRMED");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?userId=, 400",
        "/orders?userId=u&limit=0, 400",
        "/orders?userId=u&limit=101, 400",
        "/orders?userId=u&after=x, 400",
        "/orders?userId=u&after=01941f29-7c00-7aaa-8bbb-0123456789ab, 404",
        "/orders/x, 400",
        "/orders/01941f29-7c00-7aaa-8bbb-0123456789ab, 404",
        "/nothing, 404",
    })
    void answersAnInvalidQueryWithAProblem(String path, int status) {
        ResponseEntity<JsonNode> response = get(path);

        assertThat(response.getStatusCode().value()).isEqualTo(status);
        assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(response.getBody().get("status").asInt()).isEqualTo(status);
    }

    @Test
    void answers503WhenTheBrokerIsDownAnd201WhenItIsBack() {
        stack.broker().kill();
        Instant before = Instant.now();

        ResponseEntity<JsonNode> refused = place(body("user-1", "CATALOG-001", "1", "1500"));

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
        stack.start(stack.broker());
        ResponseEntity<JsonNode> taken = place(body("user-1", "CATALOG-001", "1", "1500"));
        assertThat(taken.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        onTopic(UUID.fromString(taken.getBody().get("orderId").asString()));
    }

    @Test
    void answers503WhenTheDatabaseIsDown() throws SQLException {
        UUID id = stored("user-1");
        stack.mariaDb().kill();

        ResponseEntity<JsonNode> refused = get("/orders/" + id);

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(refused.getHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(refused.getBody().get("type").asString()).endsWith("#database-unavailable");
        assertThat(refused.getBody().toString()).doesNotContainIgnoringCase("sql", "exception", "hibernate", "jdbc");
        ResponseEntity<JsonNode> waited = rest.get()
                .uri("/orders/" + id)
                .header("Prefer", "wait=1")
                .retrieve()
                .toEntity(JsonNode.class);
        assertThat(waited.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        stack.start(stack.mariaDb());
        await("the pool tries to connect again every 2 s at the latest")
                .atMost(Duration.ofSeconds(10))
                .until(() -> get("/orders/" + id).getStatusCode() == HttpStatus.OK);
    }

    @Test
    void answers503WithinFiveSecondsWhileTheDatabaseHangs() throws SQLException {
        UUID id = stored("user-1");
        assertThat(get("/orders/" + id).getStatusCode()).isEqualTo(HttpStatus.OK);
        stack.mariaDb().freeze();
        try {
            for (String path : List.of("/orders/" + id, "/orders?userId=user-1", "/orders/" + IDS.generate())) {
                Instant before = Instant.now();
                ResponseEntity<JsonNode> refused = get(path);

                assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                assertThat(refused.getBody().get("type").asString()).endsWith("#database-unavailable");
                assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            }
            assertThat(place(body("user-1", "CATALOG-001", "1", "1500")).getStatusCode())
                    .isEqualTo(HttpStatus.CREATED);
        } finally {
            stack.mariaDb().thaw();
        }
        await("the pool fills again")
                .atMost(Duration.ofSeconds(10))
                .until(() -> get("/orders/" + id).getStatusCode() == HttpStatus.OK);
    }

    /** Where neither the pool nor the begin of a transaction sees it first. */
    @Test
    void answers503WhenTheConnectionIsLostDuringAQuery() throws SQLException {
        UUID id = stored("user-1");

        for (String path : List.of("/orders/" + id, "/orders?userId=user-1")) {
            ResponseEntity<JsonNode> refused;
            try (Connection root = stack.mariaDb().connectAsRoot();
                    Statement statement = root.createStatement()) {
                statement.execute("LOCK TABLES mydb.orders WRITE");
                CompletableFuture<ResponseEntity<JsonNode>> asked = CompletableFuture.supplyAsync(() -> get(path));
                await().until(() -> killsWhoeverWaits(statement));
                refused = asked.join();
            }

            assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(refused.getBody().get("type").asString()).endsWith("#database-unavailable");
            assertThat(get(path).getStatusCode()).isEqualTo(HttpStatus.OK);
        }
    }

    private static boolean killsWhoeverWaits(Statement root) throws SQLException {
        try (ResultSet waiting = root.executeQuery("""
                SELECT id FROM information_schema.processlist
                WHERE user = 'order_service' AND state = 'Waiting for table metadata lock'""")) {
            if (!waiting.next()) {
                return false;
            }
            root.execute("KILL " + waiting.getLong(1));
            return true;
        }
    }

    @Test
    void createsTheTopic() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", (Object) stack.broker().bootstrapServers()))) {
            var orders = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORDERS);
            var configs = admin.describeConfigs(List.of(orders)).all().get();

            assertThat(configs.get(orders).get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void describesEveryAnswerInOpenApi() {
        JsonNode api = get("/v3/api-docs").getBody();

        assertThat(api.at("/paths/~1orders/post/responses").propertyNames())
                .contains("201", "400", "401", "403", "413", "415", "422", "503");
        assertThat(api.at("/paths/~1orders~1{orderId}/get/responses").propertyNames())
                .contains("200", "400", "404", "503");
        assertThat(api.at("/paths/~1orders~1{orderId}/delete/responses").propertyNames())
                .contains("202", "400", "404", "409", "503");
        assertThat(api.at("/paths/~1orders/get/responses").propertyNames()).contains("200", "400", "503");
    }

    @Test
    void describesEveryHeaderOfARequestInOpenApi() {
        JsonNode api = get("/v3/api-docs").getBody();

        assertThat(headersOf(api.at("/paths/~1orders/post"))).containsExactlyInAnyOrder("Idempotency-Key", "Prefer");
        assertThat(headersOf(api.at("/paths/~1orders~1{orderId}/get"))).containsExactly("Prefer");
        assertThat(headersOf(api.at("/paths/~1orders~1{orderId}/delete"))).isEmpty();
    }

    private static List<String> headersOf(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("in").asString().equals("header"))
                .map(parameter -> parameter.get("name").asString())
                .toList();
    }

    private ResponseEntity<JsonNode> place(String body) {
        return place(body, Map.of());
    }

    private ResponseEntity<JsonNode> place(String body, Map<String, String> headers) {
        return request(HttpMethod.POST, "/orders", headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toEntity(JsonNode.class);
    }

    private ResponseEntity<JsonNode> get(String path) {
        return ask(HttpMethod.GET, path, Map.of());
    }

    private ResponseEntity<JsonNode> ask(HttpMethod method, String path, Map<String, String> headers) {
        return request(method, path, headers).retrieve().toEntity(JsonNode.class);
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, Map<String, String> headers) {
        return rest.method(method).uri(path).headers(all -> headers.forEach(all::add));
    }

    private static String body(String user, String product, String qty, String unitPrice) {
        return """
                {"userId": "%s", "productId": "%s", "qty": %s, "unitPrice": %s}""".formatted(user, product, qty, unitPrice);
    }

    private static String next(ResponseEntity<JsonNode> page) {
        String link = page.getHeaders().getFirst("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        return link.substring(1, link.indexOf('>'));
    }

    private static List<UUID> idsOf(ResponseEntity<JsonNode> page) {
        return page.getBody()
                .valueStream()
                .map(order -> UUID.fromString(order.get("orderId").asString()))
                .toList();
    }

    private UUID stored(String user) throws SQLException {
        return stored(user, IDS.generate(), "03:04:05.678");
    }

    /** A row as the sink writes it, under the sink's own login. */
    private UUID stored(String user, UUID id, String createdAt) throws SQLException {
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO orders VALUES (?, ?, 'CATALOG-001', 1, 1500, 1500, 'CONFIRMED', NULL,
                        ?, '2026-01-02 03:04:05.700', 1)""")) {
            insert.setString(1, id.toString());
            insert.setString(2, user);
            insert.setString(3, "2026-01-02 " + createdAt);
            insert.executeUpdate();
        }
        return id;
    }

    private OrderRecord onTopic(UUID id) {
        TopicContents topic = TopicContents.read(stack);
        assertThat(topic.partitions()).isEqualTo(6);
        List<byte[]> values = topic.valuesOf(id);
        assertThat(values).hasSize(1);
        assertThat(values.get(0)).asString(UTF_8).startsWith("{\"schema\":");
        return OrderFormat.read(values.get(0));
    }
}
