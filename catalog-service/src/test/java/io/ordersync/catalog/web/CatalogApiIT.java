package io.ordersync.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.catalog.stock.OrderDecisions;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.service.testing.ProblemPage;
import io.ordersync.stack.LocalStack;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CatalogServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogApiIT {

    private static final String BERLIN = """
            {"productName": "Berlin", "unitPrice": 1500, "initialStock": 10}""";

    @Autowired
    private LocalStack stack;

    @Autowired
    private OrderDecisions decisions;

    @LocalServerPort
    private int port;

    private CatalogClient catalog;

    @BeforeAll
    void client() {
        catalog = new CatalogClient(port);
    }

    /** A client knows only the answers in the OpenAPI document. */
    @AfterAll
    void theOpenApiDocumentDescribesEveryAnswerOfTheseTests() {
        JsonNode api = catalog.get("/v3/api-docs").has(200).json();
        Set<String> missing = new TreeSet<>();
        for (Answer answer : catalog.answers()) {
            if (!isDescribed(api, answer)) {
                missing.add(answer.method() + " " + template(answer.path()) + " " + answer.status());
            }
        }
        assertThat(catalog.answers()).hasSizeGreaterThan(50);
        assertThat(missing).isEmpty();
    }

    @Test
    void createsAProduct() {
        String product = newId();

        Answer answer = catalog.put(product, BERLIN).has(201);

        assertThat(answer.header("Location")).isEqualTo("/catalogs/" + product);
        assertThat(answer.json())
                .isEqualTo(catalog.get("/catalogs/" + product).has(200).json());
        assertThat(answer.json().toString())
                .isEqualTo("{\"productId\":\"%s\",\"productName\":\"Berlin\",\"unitPrice\":1500,\"stock\":10}"
                        .formatted(product));
    }

    @Test
    void createsAProductWithoutStockByDefault() {
        Answer answer = catalog.put(newId(), """
                {"productName": "Berlin", "unitPrice": 1}""").has(201);

        assertThat(answer.json().get("stock").asInt()).isZero();
    }

    @Test
    void escapesTheProductIdInTheLocation() {
        String product = newId() + " ü?";

        Answer answer = catalog.put(escaped(product), BERLIN).has(201);

        assertThat(catalog.get(answer.header("Location"))
                        .has(200)
                        .json()
                        .get("productId")
                        .asString())
                .isEqualTo(product);
    }

    @Test
    void changesNameAndPriceOfAProductAndKeepsItsStock() {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        Answer answer = catalog.put(product, """
                {"productName": "Tokyo", "unitPrice": 1000, "initialStock": 77}""").has(200);

        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.json().get("productName").asString()).isEqualTo("Tokyo");
        assertThat(answer.json().get("unitPrice").asInt()).isEqualTo(1000);
        assertThat(answer.json().get("stock").asInt()).isEqualTo(10);
    }

    @Test
    void answersARepeatedPutWithTheUnchangedProduct() {
        String product = newId();
        JsonNode made = catalog.put(product, BERLIN).has(201).json();

        assertThat(catalog.put(product, BERLIN).has(200).json()).isEqualTo(made);
    }

    @Test
    void createsAProductOnceWhenManyRequestsPutItAtOnce() throws Exception {
        String product = newId();

        List<Answer> answers = inParallel(8, thread -> catalog.put(product, BERLIN));

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(stockOf(product)).isEqualTo(10);
    }

    @Test
    void listsTheProductsSortedById() {
        List<String> added = List.of(newId(), newId(), newId());
        added.forEach(product -> catalog.put(product, BERLIN).has(201));

        JsonNode all = catalog.get("/catalogs").has(200).json();

        assertThat(all.valueStream().map(product -> product.get("productId").asString()))
                .containsAll(added)
                .isSorted();
    }

    @Test
    void addsPiecesToTheStock() {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        Answer answer = catalog.restock(product, "{\"qty\": 5}").has(200);

        assertThat(answer.json().get("stock").asInt()).isEqualTo(15);
        assertThat(stockOf(product)).isEqualTo(15);
    }

    @Test
    void losesNoPieceWhenItRestocksAndChangesAProductDuringOrders() throws Exception {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        List<Integer> moved = inParallel(6, thread -> switch (thread) {
            case 0 -> restocked(product, 100);
            case 1 -> changed(product, 100);
            default -> -ordered(product, 50);
        });

        assertThat(moved.subList(2, 6)).as("confirmed pieces of each thread").allMatch(pieces -> pieces < 0);
        assertThat(stockOf(product))
                .isEqualTo(10 + moved.stream().mapToInt(Integer::intValue).sum());
    }

    @Test
    void answers404ForAnUnknownProduct() {
        String product = newId();

        catalog.get("/catalogs/" + product).isProblem("product-not-found", 404);
        Answer answer = catalog.restock(product, "{\"qty\": 5}").isProblem("product-not-found", 404);

        assertThat(answer.json().get("detail").asString()).isEqualTo("There is no product " + product);
        assertThat(answer.json().get("instance").asString()).isEqualTo("/catalogs/" + product + "/restock");
        catalog.get("/catalogs/" + product).isProblem("product-not-found", 404);
    }

    @Test
    void distinguishesUpperAndLowerCaseOfProductIds() {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        catalog.get("/catalogs/" + product.toLowerCase()).isProblem("product-not-found", 404);
    }

    @Test
    void namesEveryInvalidField() {
        Answer answer = catalog.put("x".repeat(65), """
                {"productName": " ", "unitPrice": 0, "initialStock": -1}""");

        assertThat(answer.isProblem("invalid-request", 400).errors())
                .containsExactly(
                        "initialStock must be greater than or equal to 0",
                        "productId size must be between 0 and 64",
                        "productName must not be blank",
                        "unitPrice must be greater than 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                          | productName must not be blank; unitPrice must not be null",
                "{'productName':'a','unitPrice':'2'}                         | unitPrice must be a whole number",
                "{'productName':'a','unitPrice':1.5}                         | unitPrice must be a whole number",
                "{'productName':5,'unitPrice':2}                             | productName must be a string",
                "{'productName':'a','unitPrice':2147483648}                  | unitPrice must be a whole number from -2147483648 to 2147483647",
                "{'productName':'a','unitPrice':2,'initialStock':1000000001} | initialStock must be less than or equal to 1000000000",
                "{'productName':'a','unitPrice':2,'stock':5}                 | stock is not known",
                "{'productName':'a','unitPrice':2,'unitPrice':2}             | unitPrice must not be given twice"
            })
    void rejectsAnInvalidProduct(String body, String errors) {
        Answer answer = catalog.put(newId(), body.replace('\'', '"'));

        assertThat(answer.isProblem("invalid-request", 400).errors()).containsExactly(errors.split("; "));
    }

    @Test
    void rejectsATooLongName() {
        String body = BERLIN.replace("Berlin", "x".repeat(256));

        assertThat(catalog.put(newId(), body).isProblem("invalid-request", 400).errors())
                .containsExactly("productName size must be between 0 and 255");
        catalog.put(newId(), body.replace("xx", "x")).has(201);
    }

    @ParameterizedTest
    @CsvSource({
        "null, must not be null",
        "0, must be greater than 0",
        "-1, must be greater than 0",
        "1000001, must be less than or equal to 1000000",
        "1.0, must be a whole number",
        "true, must be a whole number"
    })
    void rejectsAnInvalidQuantity(String qty, String message) {
        Answer answer = catalog.restock(newId(), "{\"qty\": " + qty + "}");

        assertThat(answer.isProblem("invalid-request", 400).errors()).containsExactly("qty " + message);
    }

    @Test
    void rejectsAnInvalidProductId() {
        for (Answer answer :
                List.of(catalog.get("/catalogs/" + "x".repeat(65)), catalog.restock("x".repeat(65), "{\"qty\": 1}"))) {
            assertThat(answer.isProblem("invalid-request", 400).errors())
                    .containsExactly("productId size must be between 0 and 64");
        }
        catalog.get("/catalogs/%20").isProblem("invalid-request", 400);
        catalog.put("x".repeat(64), BERLIN).has(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{} {}"})
    void rejectsABodyThatIsNotOneJsonObject(String body) {
        catalog.put(newId(), body).isProblem("malformed-json", 400);
        catalog.restock(newId(), body).isProblem("malformed-json", 400);
    }

    @Test
    void rejectsATooLargeBodyWithAndWithoutContentLength() {
        String body = BERLIN + " ".repeat(65_536);

        catalog.put(newId(), body).isProblem("body-too-large", 413);
        catalog.restock(newId(), body).isProblem("body-too-large", 413);
        catalog.chunked("PUT", "/catalogs/" + newId(), body.getBytes()).isProblem("body-too-large", 413);
        catalog.chunked("POST", "/catalogs/" + newId() + "/restock", ("{\"qty\": 1}" + body).getBytes())
                .isProblem("malformed-json", 400);
    }

    @Test
    void rejectsABodyThatIsNotDeclaredAsJson() {
        for (String path : List.of("/catalogs/" + newId(), "/catalogs/" + newId() + "/restock")) {
            catalog.send(path.endsWith("restock") ? "POST" : "PUT", path, BodyPublishers.ofString(BERLIN))
                    .isProblem("unsupported-media-type", 415);
        }
    }

    @Test
    void rejectsARequestForAnotherFormatThanJson() {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        catalog.get("/catalogs", "Accept", "text/html").isProblem("not-acceptable", 406);
        catalog.get("/catalogs/" + product, "Accept", "application/xml").isProblem("not-acceptable", 406);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /catalogs, GET",
        "POST, /catalogs, GET",
        "DELETE, /catalogs/any, 'GET,PUT'",
        "PATCH, /catalogs/any, 'GET,PUT'",
        "GET, /catalogs/any/restock, POST"
    })
    void namesTheAllowedMethodsOfAPath(String method, String path, String allowed) {
        Answer answer = catalog.json(method, path, "{}").isProblem("method-not-allowed", 405);

        assertThat(answer.header("Allow").split(", *")).contains(allowed.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/catalog", "/catalogs/any/nothing", "/error"})
    void answers404ForAnUnknownPath(String path) {
        catalog.get(path).isProblem("not-found", 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /catalogs/%zz HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n",
                "GET /catalogs/{any} HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n",
                "GET /catalogs HTTP/1.1\r\nHost: any\r\nbad header: x\r\nConnection: close\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void containerLevelErrorsAreProblemDetailsToo(String request) throws IOException {
        assertThat(catalog.raw(request))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"type\":\"/problems.md#malformed-request\"")
                .doesNotContain("html", "Tomcat", "java");
    }

    @Test
    void answers503UntilTheDatabaseIsBack() {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        stack.mariaDb().kill();
        try {
            Stream.<Supplier<Answer>>of(
                            () -> catalog.get("/catalogs"),
                            () -> catalog.get("/catalogs/" + product),
                            () -> catalog.put(product, BERLIN),
                            () -> catalog.restock(product, "{\"qty\": 1}"))
                    .map(CompletableFuture::supplyAsync) // each waits 3 s for a connection
                    .toList()
                    .forEach(answer -> assertThat(answer.join()
                                    .isProblem("database-unavailable", 503)
                                    .header("Retry-After"))
                            .isEqualTo("2"));
        } finally {
            stack.start(stack.mariaDb());
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> catalog.get("/catalogs/" + product).has(200));
        assertThat(stockOf(product)).isEqualTo(10);
    }

    @Test
    void answers503WhenAProductStaysLocked() throws SQLException {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        try (Connection other = stack.mariaDb().connect("catalog_service");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM catalog WHERE product_id = '%s' FOR UPDATE".formatted(product));
            catalog.restock(product, "{\"qty\": 1}").isProblem("database-unavailable", 503);
        }

        assertThat(stockOf(product)).isEqualTo(10);
    }

    @Test
    void answers503WhenTheConnectionIsLostDuringATransaction() throws SQLException {
        String product = newId();
        catalog.put(product, BERLIN).has(201);

        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            root.setAutoCommit(false);
            statement.execute("SELECT 1 FROM mydb.catalog WHERE product_id = '%s' FOR UPDATE".formatted(product));
            CompletableFuture<Answer> asked =
                    CompletableFuture.supplyAsync(() -> catalog.restock(product, "{\"qty\": 1}"));
            await().until(() -> killsTheWaitingConnection(statement));
            asked.join().isProblem("database-unavailable", 503);
        }

        assertThat(stockOf(product)).isEqualTo(10);
        catalog.restock(product, "{\"qty\": 1}").has(200);
    }

    private static boolean killsTheWaitingConnection(Statement root) throws SQLException {
        try (ResultSet waiting = root.executeQuery("""
                SELECT id FROM information_schema.processlist
                WHERE user = 'catalog_service' AND info LIKE 'UPDATE catalog SET stock%'""")) {
            if (!waiting.next()) {
                return false;
            }
            root.execute("KILL " + waiting.getLong(1));
            return true;
        }
    }

    /**
     * Another connection waits for the whole table while the request waits for its row. The database serves that
     * connection before any later statement, so it changes the product as soon as the request ends a transaction.
     */
    @ParameterizedTest
    @CsvSource({"PUT, Tokyo, 10", "POST, Berlin, 15"})
    void answersWithTheProductThatTheRequestItselfWrote(String method, String name, int stock) throws Exception {
        String product = newId();
        catalog.put(product, BERLIN).has(201);
        try (Connection holder = stack.mariaDb().connect("catalog_service");
                Statement row = holder.createStatement()) {
            holder.setAutoCommit(false);
            row.execute("SELECT 1 FROM catalog WHERE product_id = '%s' FOR UPDATE".formatted(product));
            CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() -> method.equals("PUT")
                    ? catalog.put(product, BERLIN.replace("Berlin", "Tokyo"))
                    : catalog.restock(product, "{\"qty\": 5}"));
            await().until(() -> exists("information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"));
            CompletableFuture<Void> changed = CompletableFuture.runAsync(() -> changeWithTableLock(product));
            await().until(() ->
                    exists("information_schema.processlist WHERE state = 'Waiting for table metadata lock'"));
            holder.commit();

            JsonNode answer = asked.join().has(200).json();
            assertThat(answer.get("productName").asString()).isEqualTo(name);
            assertThat(answer.get("stock").asLong()).isEqualTo(stock);
            changed.join();
        }
        assertThat(stockOf(product)).isEqualTo(99);
    }

    private void changeWithTableLock(String product) {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            statement.execute("LOCK TABLES mydb.catalog WRITE");
            statement.execute("UPDATE mydb.catalog SET name = 'Stockholm', stock = 99 WHERE product_id = '%s'"
                    .formatted(product));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean exists(String rows) throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM " + rows)) {
            return row.next();
        }
    }

    @Test
    void documentsItsProblems() {
        assertThat(ProblemPage.read().differences("catalog-service", CatalogProblem.values()))
                .isEmpty();
        assertThat(catalog.get("/problems.md").has(200).response().body()).contains("### product-not-found");
    }

    @Test
    void servesSwaggerAndActuatorPages() {
        assertThat(catalog.get("/swagger-ui/index.html").has(200).header("Content-Type"))
                .startsWith("text/html");
        assertThat(catalog.get("/actuator/health/liveness")
                        .has(200)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void describesTheServiceInOpenApi() {
        JsonNode info = catalog.get("/v3/api-docs").has(200).json().get("info");

        assertThat(info.get("title").asString()).isEqualTo("catalog-service");
        assertThat(info.get("version").asString()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(info.get("description").asString()).contains("REST for the catalog");
    }

    private int restocked(String product, int times) {
        for (int n = 0; n < times; n++) {
            catalog.restock(product, "{\"qty\": 3}").has(200);
        }
        return 3 * times;
    }

    private int changed(String product, int times) {
        for (int n = 0; n < times; n++) {
            catalog.put(product, BERLIN.replace("Berlin", "Berlin " + n)).has(200);
        }
        return 0;
    }

    /** Orders one and two pieces in turn, and returns the number of confirmed pieces. */
    private int ordered(String product, int times) {
        int got = 0;
        for (int n = 0; n < times; n++) {
            OrderRecord outcome = decide(order(product, 1 + n % 2));
            got += outcome.status() == OrderStatus.CONFIRMED ? outcome.qty() : 0;
        }
        return got;
    }

    private OrderRecord decide(OrderRecord order) {
        return decisions
                .decide(List.of(order), Function.identity(), (refused, cause) -> {})
                .get(0);
    }

    private static OrderRecord order(String product, int qty) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, qty, 1500, qty * 1500, OrderStatus.PENDING, null, now, now);
    }

    private long stockOf(String product) {
        return catalog.get("/catalogs/" + product).has(200).json().get("stock").asLong();
    }

    private static String newId() {
        return "P-" + UUID.randomUUID();
    }

    private static String escaped(String id) {
        return id.replace(" ", "%20").replace("ü", "%C3%BC").replace("?", "%3F");
    }

    private static boolean isDescribed(JsonNode api, Answer answer) {
        JsonNode operation = api.get("paths")
                .path(template(answer.path()))
                .path(answer.method().toLowerCase());
        if (operation.isMissingNode()) {
            return !answer.isProblem() || api.at("/components/responses").has(answer.slug());
        }
        JsonNode response = operation.get("responses").path(Integer.toString(answer.status()));
        return answer.isProblem()
                ? response.at("/content/application~1problem+json/examples").has(answer.slug())
                : response.at("/content/application~1json").has("schema");
    }

    private static String template(String path) {
        return path.replaceFirst("^/catalogs/[^/]+", "/catalogs/{productId}");
    }

    private static <T> List<T> inParallel(int threads, Work<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                int thread = n;
                calls.add(() -> work.of(thread));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private interface Work<T> {
        T of(int thread);
    }
}
