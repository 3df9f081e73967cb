package io.ordersync.catalog.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.catalog.RealServers;
import io.ordersync.catalog.stock.StockKeeper;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(RealServers.class)
class LockRetryIT {

    @Autowired
    private LockRetry locks;

    @Autowired
    private StockKeeper keeper;

    @Autowired
    private LocalStack stack;

    @Test
    void triesAgainAtOnceWhenALockWasNotFreeInTime() throws SQLException {
        String product = "P-" + UUID.randomUUID();
        AtomicInteger attempts = new AtomicInteger();
        try (Connection other = stack.mariaDb().connect("catalog_service")) {
            execute(other, "INSERT INTO catalog VALUES ('%s', 'any', 1000, 5)".formatted(product));
            other.setAutoCommit(false);
            execute(other, "UPDATE catalog SET stock = 4 WHERE product_id = '%s'".formatted(product));

            CompletableFuture<Collection<OrderRecord>> decided = CompletableFuture.supplyAsync(() -> locks.retry(() -> {
                attempts.incrementAndGet();
                return keeper.decide(List.of(order(product)));
            }));
            await().atMost(Duration.ofSeconds(20)).until(() -> attempts.get() == 2);
            other.commit();

            assertThat(decided.join()).extracting(OrderRecord::status).containsExactly(OrderStatus.CONFIRMED);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static OrderRecord order(String product) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, 4, 1000, 4000, OrderStatus.PENDING, null, now, now);
    }
}
