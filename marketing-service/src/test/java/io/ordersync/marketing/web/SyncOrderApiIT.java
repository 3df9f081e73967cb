package io.ordersync.marketing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordersync.marketing.ReplicaDatabase;
import io.ordersync.service.testing.ProblemPage;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ReplicaDatabase.class)
class SyncOrderApiIT {

    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-20T12:00:00.007");

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    private final String product = "P-" + UUID.randomUUID();

    @Test
    void showsEveryFieldOfAnOrder() {
        UUID order = order(product, "REJECTED", 2, NOON);
        Answer answer = get("/syncOrders?productId=" + product).has(200);
        assertThat(answer.json()).hasSize(1);
        assertThat(answer.json().get(0).toString())
                .isEqualTo("{\"orderId\":\"%s\",\"userId\":\"user-1\",\"productId\":\"%s\",\"qty\":2,"
                                .formatted(order, product)
                        + "\"unitPrice\":1500,\"totalPrice\":3000,\"status\":\"REJECTED\",\"reason\":null,"
                        + "\"createdAt\":\"2026-11-20T12:00:00.007Z\",\"updatedAt\":\"2026-11-20T12:00:01.007Z\"}");
        assertThat(answer.next()).isEmpty();
    }

    /** Orders with ids of two versions, several of them in one millisecond: each page continues where the last one ended. */
    @Test
    void linksAllPagesFromNewestToOldest() {
        List<UUID> orders = new ArrayList<>();
        for (int n = 0; n < 25; n++) {
            orders.add(order(product, n % 2 == 0 ? "CONFIRMED" : "PENDING", 1, NOON.plusMinutes(n / 5)));
        }
        for (String filter : List.of("", "&status=CONFIRMED", "&status=PENDING")) {
            List<String> ids = new ArrayList<>();
            List<String> times = new ArrayList<>();
            Optional<String> page = Optional.of(url("/syncOrders?limit=4&productId=" + product + filter));
            while (page.isPresent()) {
                Answer answer = Answer.to(page.get()).has(200);
                ids.addAll(answer.all("orderId"));
                times.addAll(answer.all("createdAt"));
                page = answer.next();
            }
            assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(ids)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 25)
                            .filter(n -> filter.isEmpty() || filter.endsWith("CONFIRMED") == (n % 2 == 0))
                            .mapToObj(n -> orders.get(n).toString())
                            .toList());
        }
    }

    @Test
    void showsTheNewestOfAllOrdersWithoutAFilter() {
        UUID newest = order("P-" + UUID.randomUUID(), "PENDING", 1, LocalDateTime.parse("2099-01-01T00:00:00"));
        assertThat(get("/syncOrders?limit=1").all("orderId")).containsExactly(newest.toString());
        assertThat(get("/syncOrders?status=PENDING&limit=1").all("orderId")).containsExactly(newest.toString());
        assertThat(get("/syncOrders?status=NOTHING").all("orderId")).isEmpty();
    }

    @Test
    void addsUpConfirmedOrdersPerProductAndDayInUtc() {
        String day = "2025-03-0";
        String other = "ZZ-" + UUID.randomUUID();
        order(product, "CONFIRMED", 1, LocalDateTime.parse(day + "1T00:00:00.000"));
        order(product, "CONFIRMED", 2, LocalDateTime.parse(day + "1T23:59:59.999"));
        order(product, "CONFIRMED", 4, LocalDateTime.parse(day + "2T00:00:00.000"));
        order(other, "CONFIRMED", 1_000_000, LocalDateTime.parse(day + "2T12:00:00.000"));
        order(other, "CONFIRMED", 1_000_000, LocalDateTime.parse(day + "2T12:00:00.000"));
        Stream.of("PENDING", "REJECTED", "CANCELLING", "CANCELLED")
                .forEach(status -> order(product, status, 8, LocalDateTime.parse(day + "1T12:00:00")));
        order(product, "CONFIRMED", 16, LocalDateTime.parse(day + "3T00:00:00.000"));

        String days = "from=" + day + "1&to=" + day + "2";
        assertThat(rows(get("/syncOrders/summary?" + days)))
                .containsExactly(
                        day + "2 " + product + " 1 4 6000",
                        day + "2 " + other + " 2 2000000 3000000000",
                        day + "1 " + product + " 2 3 4500");
        assertThat(rows(get("/syncOrders/summary?" + days + "&productId=" + product)))
                .containsExactly(day + "2 " + product + " 1 4 6000", day + "1 " + product + " 2 3 4500");
    }

    @Test
    void linksAllPagesOfTheSummary() {
        List<String> products = IntStream.range(0, 5)
                .mapToObj(n -> n + " & ü?%-" + UUID.randomUUID())
                .toList();
        List<String> expected = new ArrayList<>();
        for (int day = 28; day > 25; day--) {
            for (String each : products) {
                order(each, "CONFIRMED", 1, LocalDateTime.of(2024, 2, day, 12, 0));
                expected.add("2024-02-%d %s 1 1 1500".formatted(day, each));
            }
        }
        List<String> found = new ArrayList<>();
        Optional<String> page = Optional.of(url("/syncOrders/summary?from=2024-02-26&to=2024-02-28&limit=4"));
        while (page.isPresent()) {
            Answer answer = Answer.to(page.get());
            found.addAll(rows(answer));
            page = answer.next();
        }
        assertThat(found).containsExactlyElementsOf(expected);
        assertThat(rows(get("/syncOrders/summary?from=2024-02-27&to=2024-02-27&after=99999_a")))
                .as("a position after the period")
                .hasSize(5);
    }

    @Test
    void addsUpTheWeekUntilTodayByDefault() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        order(product, "CONFIRMED", 1, today.atStartOfDay());
        order(product, "CONFIRMED", 1, today.minusDays(6).atStartOfDay());
        order(product, "CONFIRMED", 1, today.minusDays(7).atStartOfDay());
        assertThat(get("/syncOrders/summary?productId=" + product).all("day"))
                .containsExactly(today.toString(), today.minusDays(6).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/syncOrders?limit=0                  | limit must be greater than or equal to 1",
                "/syncOrders?limit=101                | limit must be less than or equal to 100",
                "/syncOrders?limit=x                  | limit must be a whole number",
                "/syncOrders?productId=               | productId size must be between 1 and 64",
                "/syncOrders?after=1                  | after must be that of a page's Link",
                "/syncOrders?after=123456789012345_01a1fd89-a3af-71a3-b597-f2fa02c092e9 | after must be that of a page's Link",
                "/syncOrders/summary?limit=1001       | limit must be less than or equal to 1000",
                "/syncOrders/summary?after=x_y        | after must be that of a page's Link",
                "/syncOrders/summary?from=2026-13-01  | from must be a time as ISO 8601 writes it"
            })
    void namesAnInvalidParameter(String path, String error) {
        assertThat(get(path.strip()).problem("invalid-request", 400)).containsExactly(error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-10-01&to=2026-11-01", "from=2026-10-02&to=2026-10-01", "to=+999999999-12-31"})
    void rejectsAnInvalidPeriod(String period) {
        assertThat(get("/syncOrders/summary?" + period.replace("+", "%2B")).problem("invalid-period", 400))
                .hasSize(2)
                .allMatch(error -> error.matches("(from|to) must (not )?be .*"));
    }

    @Test
    void answers503UntilTheDatabaseIsBack() {
        stack.mariaDb().kill();
        try {
            Stream.of("/syncOrders", "/syncOrders/summary")
                    .map(path -> CompletableFuture.supplyAsync(() -> get(path))) // each waits 3 s for a connection
                    .toList()
                    .forEach(answer -> answer.join().problem("database-unavailable", 503));
        } finally {
            stack.start(stack.mariaDb());
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> get("/syncOrders").has(200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM SYNC_ORDER_TABLE",
                "INSERT INTO SYNC_ORDER_TABLE (order_id) VALUES (uuid())",
                "UPDATE SYNC_ORDER_TABLE SET qty = 0",
                "CREATE TABLE mine (id int)",
                "SELECT * FROM mydb.users"
            })
    void theLoginCanOnlyReadTheReplica(String statement) throws SQLException {
        try (Connection connection = connect("marketing_service");
                Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("denied");
        }
    }

    @Test
    void documentsItsProblemsAndOperations() {
        assertThat(ProblemPage.read().differences("marketing-service", MarketingProblem.values()))
                .isEmpty();
        JsonNode api = get("/v3/api-docs").has(200).json();
        assertThat(api.at("/info/title").asString()).isEqualTo("marketing-service");
        for (String path : List.of("/syncOrders", "/syncOrders/summary")) {
            JsonNode responses = api.get("paths").get(path).get("get").get("responses");
            assertThat(responses.propertyNames()).contains("200", "400", "503");
            assertThat(responses
                            .at("/200/content/application~1json/schema/items/$ref")
                            .asString())
                    .endsWith("Response");
        }
    }

    private UUID order(String productId, String status, int qty, LocalDateTime createdAt) {
        UUID id = qty % 2 == 0
                ? UUID.nameUUIDFromBytes(UUID.randomUUID().toString().getBytes())
                : UUID.randomUUID();
        try (Connection connection = connect("marketing_sink");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO SYNC_ORDER_TABLE (order_id, user_id,"
                                + " product_id, qty, unit_price, total_price, status, created_at, updated_at)"
                                + " VALUES (?, 'user-1', ?, ?, 1500, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, productId);
            insert.setInt(3, qty);
            insert.setInt(4, qty * 1500);
            insert.setString(5, status);
            insert.setObject(6, createdAt);
            insert.setObject(7, createdAt.plusSeconds(1));
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String login) throws SQLException {
        return DriverManager.getConnection(
                stack.mariaDb().jdbcUrl("marketing"), login, stack.mariaDb().password(login));
    }

    private static List<String> rows(Answer answer) {
        List<String> rows = new ArrayList<>();
        for (JsonNode row : answer.has(200).json()) {
            rows.add("%s %s %d %d %d"
                    .formatted(
                            row.get("day").asString(),
                            row.get("productId").asString(),
                            row.get("orders").asLong(),
                            row.get("quantity").asLong(),
                            row.get("revenue").asLong()));
        }
        return rows;
    }

    private Answer get(String path) {
        return Answer.to(url(path));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
