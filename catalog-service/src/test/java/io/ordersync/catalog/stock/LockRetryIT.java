package io.ordersync.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.COLLECTION;
import static org.awaitility.Awaitility.await;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.catalog.Product;
import io.ordersync.catalog.Products;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A transaction that loses against another one is repeated at once and finds the data of the other one. */
@CatalogServiceTest
class LockRetryIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private LockRetry locks;

    @Autowired
    private StockKeeper keeper;

    @Autowired
    private Products products;

    @Autowired
    private LocalStack stack;

    private final AtomicInteger attempts = new AtomicInteger();
    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        other = stack.mariaDb().connect("catalog_service");
        other.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Test
    void repeatsATransactionAfterALockWaitTimeout() throws SQLException {
        String product = newProduct(5);
        execute("UPDATE catalog SET stock = 4 WHERE product_id = '%s'", product);

        CompletableFuture<Collection<OrderRecord>> decided = decide(order(product));
        await().atMost(SOON).until(() -> attempts.get() == 2);
        other.commit();

        assertThat(decided.join()).extracting(OrderRecord::status).containsExactly(OrderStatus.CONFIRMED);
        assertThat(stockOf(product)).isZero();
    }

    @Test
    void repeatsATransactionAfterADeadlock() throws SQLException {
        List<String> sorted =
                List.of(newProduct(5), newProduct(5)).stream().sorted().toList();
        String first = sorted.get(0);
        String last = sorted.get(1);
        // The database rolls back the transaction with fewer changes, so this one gets more.
        execute("INSERT INTO catalog VALUES (uuid(), 'any', 1, 0), (uuid(), 'any', 1, 0), (uuid(), 'any', 1, 0)");
        execute("UPDATE catalog SET stock = 4 WHERE product_id = '%s'", last);

        long deadlocks = deadlocks();

        CompletableFuture<Collection<OrderRecord>> decided = decide(order(last), order(first));
        await().atMost(SOON).until(this::isWaiting);
        execute("UPDATE catalog SET stock = 4 WHERE product_id = '%s'", first);
        await().atMost(SOON).until(() -> attempts.get() == 2);
        other.commit();

        assertThat(decided.join())
                .extracting(OrderRecord::status)
                .containsExactly(OrderStatus.CONFIRMED, OrderStatus.CONFIRMED);
        assertThat(attempts).hasValue(2);
        assertThat(deadlocks()).isEqualTo(deadlocks + 1);
        assertThat(stockOf(first)).isZero();
        assertThat(stockOf(last)).isZero();
    }

    /** Without a hint the server scans such a small catalog and waits for every lock in it. */
    @Test
    void doesNotWaitForOtherProductsOfASmallCatalog() throws SQLException {
        emptyCatalog();
        String ordered = newProduct(5);
        String locked = newProduct(5);
        execute("SELECT * FROM catalog WHERE product_id = '%s' FOR UPDATE", locked);

        assertThat(decide(order(ordered)))
                .succeedsWithin(SOON)
                .asInstanceOf(COLLECTION)
                .hasSize(1);
        assertThat(attempts).hasValue(1);
    }

    /** An order for an unknown product locks no product, so only the ledger's primary key stops a second decision. */
    @Test
    void findsTheOutcomeThatAnotherInstanceWroteFirst() throws SQLException {
        OrderRecord order = order("no product");
        execute("SELECT * FROM stock_reservation WHERE order_id = '%s' FOR UPDATE", order.orderId()); // the gap

        CompletableFuture<Collection<OrderRecord>> decided = decide(order);
        await().atMost(SOON).until(this::isWaiting);
        execute(
                "INSERT INTO stock_reservation VALUES ('%s', 'user-1', 'no product', 4, 1000, 4000, 'REJECTED', "
                        + "'THE_WINNERS', utc_timestamp(3), utc_timestamp(3))",
                order.orderId());
        other.commit();

        assertThat(decided.join()).extracting(OrderRecord::reason).containsExactly("THE_WINNERS");
        assertThat(attempts).hasValue(2);
    }

    private CompletableFuture<Collection<OrderRecord>> decide(OrderRecord... orders) {
        return CompletableFuture.supplyAsync(() -> locks.retry(() -> {
            attempts.incrementAndGet();
            return keeper.decide(List.of(orders));
        }));
    }

    private boolean isWaiting() throws SQLException {
        return server("SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'") == 1;
    }

    /** Returns the number of deadlocks since the server started. */
    private long deadlocks() throws SQLException {
        return server("SELECT variable_value FROM information_schema.global_status "
                + "WHERE variable_name = 'INNODB_DEADLOCKS'");
    }

    private long server(String query) throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void emptyCatalog() throws SQLException {
        try (Connection root = stack.mariaDb().connectAsRoot();
                Statement statement = root.createStatement()) {
            statement.execute("DELETE FROM catalog");
            statement.execute("ANALYZE TABLE catalog");
        }
    }

    private String newProduct(int stock) throws SQLException {
        String id = "P-" + UUID.randomUUID();
        execute("INSERT INTO catalog VALUES ('%s', 'any', 1000, " + stock + ")", id);
        other.commit();
        return id;
    }

    private long stockOf(String product) {
        return products.find(product).map(Product::stock).orElseThrow();
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute(sql.formatted(parameters));
        }
    }

    private static OrderRecord order(String product) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, 4, 1000, 4000, OrderStatus.PENDING, null, now, now);
    }
}
