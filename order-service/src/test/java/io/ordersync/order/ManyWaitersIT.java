package io.ordersync.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.spring.RealServers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A service with eight request threads: were one held by each waiting request, the last would wait for minutes. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.threads.virtual.enabled=false", "server.tomcat.threads.max=8"})
@Import(RealServers.class)
class ManyWaitersIT {

    private static final int WAITERS = 1_000;
    private static final int SECONDS = 4;

    @Autowired
    private LocalStack stack;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keepsAThousandWaitingWithOneQueryPerIntervalAndNoThreadEach() throws SQLException {
        UUID undecided = pendingOrder();
        assertThat(waitFor(undecided, 0).join().statusCode()).isEqualTo(200);
        long queries = queries();
        Instant before = Instant.now();

        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, WAITERS)
                .mapToObj(n -> waitFor(undecided, SECONDS))
                .toList();

        assertThat(waiting)
                .allSatisfy(answer -> assertThat(answer.join().body()).contains("\"PENDING\""));
        Duration all = Duration.between(before, Instant.now());
        assertThat(all).isBetween(Duration.ofSeconds(SECONDS), Duration.ofSeconds(SECONDS * 10));
        assertThat(queries() - queries)
                .as("queries, with an interval of 25 ms, in %s", all)
                .isLessThanOrEqualTo(all.toMillis() / 25 + 10);
    }

    private CompletableFuture<HttpResponse<String>> waitFor(UUID order, int seconds) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/orders/%s".formatted(port, order)))
                .header("Prefer", "wait=" + seconds)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private UUID pendingOrder() throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = stack.mariaDb().connect("orders_sink");
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO orders VALUES (?, 'user-1', 'CATALOG-001', 1, 1500, 1500, 'PENDING', NULL,
                        '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678', 1)""")) {
            insert.setObject(1, id);
            insert.executeUpdate();
        }
        return id;
    }

    private long queries() throws SQLException {
        try (Connection connection = stack.mariaDb().connectAsRoot();
                PreparedStatement status = connection.prepareStatement("""
                        SELECT variable_value FROM information_schema.global_status
                        WHERE variable_name = 'COM_SELECT'""");
                ResultSet row = status.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
