package io.ordersync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.spring.RealServers;
import io.ordersync.stack.testing.spring.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Four threads for all requests: if a waiting request held one, a thousand would take minutes. Of so few, none refuses what
 * has queued up, as a thousand at once do while a slow machine has just started the service.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.threads.virtual.enabled=false", "server.tomcat.threads.max=4"})
@Import(RealServers.class)
class WaitersIT {

    private static final int WAITERS = 1_000;
    private static final int OTHER_QUERIES = 20;

    @Autowired
    private LocalStack stack;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Value("${order-sync.wait.interval}")
    private Duration interval;

    @Test
    void letsAThousandRequestsWaitWithOneQueryPerIntervalAndFourThreads() throws Exception {
        UUID order = storePending();
        HttpRequest request = HttpRequest.newBuilder(uri("/orders/" + order))
                .header("Authorization", TestTokens.bearer("user-1"))
                .header("Prefer", "wait=4")
                .build();
        long queries = selects();
        long begin = System.nanoTime();

        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, WAITERS)
                .mapToObj(n -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(waiting).allSatisfy(answer -> {
            assertThat(answer.join().statusCode()).as(answer.join().body()).isEqualTo(200);
            assertThat(answer.join().body()).contains("\"PENDING\"");
        });
        assertThat(selects() - queries).as("queries in %s", took).isLessThan(took.dividedBy(interval) + OTHER_QUERIES);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    private UUID storePending() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                Statement insert = connection.createStatement()) {
            insert.execute("""
                    INSERT INTO orders VALUES ('%s', 'user-1', 'CATALOG-001', 1, 1500, 1500, 'PENDING', NULL,
                    '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678', 0)""".formatted(id));
        }
        return id;
    }

    /** All queries that the server has answered. */
    private long selects() throws SQLException {
        try (Connection connection = stack.mariaDb().connectAsRoot();
                Statement query = connection.createStatement();
                ResultSet status = query.executeQuery("SHOW GLOBAL STATUS LIKE 'Com_select'")) {
            status.next();
            return status.getLong(2);
        }
    }
}
