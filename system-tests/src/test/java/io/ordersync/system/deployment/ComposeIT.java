package io.ordersync.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ordersync.stack.testing.compose.ComposeProject;
import io.ordersync.system.faults.OrderLoad;
import io.ordersync.system.fixture.ServiceClient;
import io.ordersync.system.fixture.SystemTokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The compose file with its profiles {@code cluster}, {@code cdc} and {@code polling}, where Docker is available. */
class ComposeIT {

    private static final Path LOG = Path.of("target/compose.log");

    private static final Duration A_WHILE = Duration.ofMinutes(3);
    private static final Set<String> FINAL = Set.of("CONFIRMED", "REJECTED");
    private static final int UNIT_PRICE = 1000;
    private static final int STOCK = 400;

    private static final Thread AT_EXIT = new Thread(ComposeIT::removeAtExit, "compose-at-exit");

    private static ComposeProject compose;

    private static final SystemTokens TOKENS = new SystemTokens(
            user -> compose.token(user),
            user -> compose.token(user, "orders-admin", "catalog-admin", "marketing", "operator"));

    private final String user = "user-" + UUID.randomUUID();
    private final String product = "P-" + UUID.randomUUID();

    @BeforeAll
    static void up() {
        Optional<String> obstacle = obstacle();
        obstacle.ifPresent(reason -> System.getLogger(ComposeIT.class.getName())
                .log(System.Logger.Level.INFO, "The compose file is not tested: {0}", reason));
        if ("containers".equals(System.getProperty("stack"))) {
            assertThat(obstacle).as("obstacle to -Dstack=containers").isEmpty();
        }
        assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));
        compose = new ComposeProject(
                "order-sync-test-" + UUID.randomUUID().toString().substring(0, 8),
                "--profile",
                "cluster",
                "--profile",
                "cdc",
                "--profile",
                "polling");
        Runtime.getRuntime().addShutdownHook(AT_EXIT);
        compose.up("--build");
    }

    @AfterAll
    static void leavesNothingBehind() throws IOException {
        if (compose != null) {
            try {
                Files.writeString(LOG, compose.logs());
            } finally {
                compose.close();
            }
            assertThat(compose.remains()).isEmpty();
            Runtime.getRuntime().removeShutdownHook(AT_EXIT);
        }
    }

    @Test
    void replicatesOrders() {
        offer(product, STOCK);
        UUID order = new ServiceClient(compose.url("ORDERS_PORT"), TOKENS).place(user, product, 2, UNIT_PRICE);

        ServiceClient marketing = new ServiceClient(compose.url("MARKETING_PORT"), TOKENS);
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(marketing.getJson("/syncOrders?productId=" + product))
                        .singleElement()
                        .satisfies(replica -> {
                            assertThat(replica.get("orderId").asString()).isEqualTo(order.toString());
                            assertThat(replica.get("status").asString()).isEqualTo("CONFIRMED");
                        }));
    }

    @Test
    void capturesAndPollsUsers() {
        sql("INSERT INTO users (user_id, pwd, name) VALUES ('%s', 'a hash', 'Kim')".formatted(user));

        for (String table : List.of("SYNC_USER_TABLE", "my_topic_users")) {
            await().atMost(A_WHILE)
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(sql("SELECT CONCAT(pwd, ', ', name) FROM %s WHERE user_id = '%s'"
                                    .formatted(table, user)))
                            .as(table)
                            .isEqualToIgnoringNewLines("a hash, Kim"));
        }
    }

    @Test
    void losesNoAcceptedOrderWhileItScalesAndContainersDie() {
        ServiceClient orders = new ServiceClient(compose.url("ORDERS_PORT"), TOKENS);
        offer(product, STOCK);
        OrderLoad load = new OrderLoad(orders, user, product, UNIT_PRICE, 4);

        awaitMore(load, 100);
        compose.up("--no-recreate", "--scale", "order-service=3");
        await().atMost(A_WHILE).until(() -> servedBy(3) > 0);
        compose.kill("order-service", 1);
        awaitMore(load, 100);
        compose.kill("connect", 1);
        awaitMore(load, 100);
        compose.kill("kafka", 1);
        awaitMore(load, 100);
        List<UUID> accepted = load.stop();

        await().atMost(A_WHILE).untilAsserted(() -> assertThat(open(accepted)).isEmpty());
        assertThat(stock()).as("current stock").isEqualTo(STOCK - confirmed());
        assertThat(stock()).isNotNegative();
    }

    /** Runs on Ctrl-C and SIGTERM, while the test may be waiting for containers. */
    private static void removeAtExit() {
        compose.interrupt();
        compose.close();
    }

    private static Optional<String> obstacle() {
        return "embedded".equals(System.getProperty("stack"))
                ? Optional.of("-Dstack=embedded")
                : ComposeProject.obstacle();
    }

    private static void awaitMore(OrderLoad load, int count) {
        int before = load.accepted();
        await().atMost(A_WHILE).until(() -> load.accepted() >= before + count);
    }

    /** What the server prints, as root. */
    private static String sql(String statement) {
        return compose.in(
                "mariadb",
                1,
                "sh",
                "-c",
                "MYSQL_PWD=$(cat /run/secrets/root) mariadb --skip-ssl --user=root --skip-column-names mydb -e \"%s\""
                        .formatted(statement));
    }

    private void offer(String product, int stock) {
        HttpResponse<String> made = catalog().put("/catalogs/" + product, """
                {"productName": "any", "unitPrice": %d, "initialStock": %d}""".formatted(UNIT_PRICE, stock));
        assertThat(made.statusCode()).isEqualTo(201);
    }

    private int stock() {
        return catalog().getJson("/catalogs/" + product).get("stock").asInt();
    }

    /** Requests that an instance has answered, by its own metric. */
    private static int servedBy(int instance) {
        String metrics = compose.in(
                "order-service",
                instance,
                "curl",
                "-s",
                "-H",
                "Authorization: " + TOKENS.ofTester(),
                "http://127.0.0.1:8081/actuator/metrics/http.server.requests?tag=uri:/orders");
        return metrics.isBlank()
                ? 0
                : ServiceClient.json(metrics).at("/measurements/0/value").asInt();
    }

    /** Counts also orders whose answer was lost, because they take stock too. */
    private List<UUID> open(List<UUID> accepted) {
        Map<UUID, String> statuses = statuses();
        return Stream.concat(accepted.stream(), statuses.keySet().stream())
                .filter(order -> !FINAL.contains(statuses.getOrDefault(order, "no row yet")))
                .toList();
    }

    private long confirmed() {
        return statuses().values().stream().filter("CONFIRMED"::equals).count();
    }

    /** All orders of this test's user, page by page. */
    private Map<UUID, String> statuses() {
        ServiceClient orders = new ServiceClient(compose.url("ORDERS_PORT"), TOKENS);
        Map<UUID, String> statuses = new HashMap<>();
        String after = "";
        JsonNode page;
        do {
            page = orders.getJson("/orders?limit=100&userId=" + user + after);
            for (JsonNode order : page) {
                after = "&after=" + order.get("orderId").asString();
                statuses.put(
                        UUID.fromString(order.get("orderId").asString()),
                        order.get("status").asString());
            }
        } while (!page.isEmpty());
        return statuses;
    }

    private static ServiceClient catalog() {
        return new ServiceClient(compose.url("CATALOG_PORT"), TOKENS);
    }
}
