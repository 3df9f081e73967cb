package io.ordersync.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.catalog.CatalogServiceTest;
import io.ordersync.catalog.Product;
import io.ordersync.catalog.Products;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CatalogServiceTest
class StockKeeperIT {

    @Autowired
    private StockKeeper keeper;

    @Autowired
    private StockLedger ledger;

    @Autowired
    private Products products;

    @Autowired
    private LocalStack stack;

    @Test
    void decidesTheOrdersOfABatchInSequence() {
        String product = newProduct(10);
        OrderRecord six = order(product, 6);
        OrderRecord five = order(product, 5);
        OrderRecord four = order(product, 4);

        Collection<OrderRecord> outcomes = keeper.decide(List.of(six, five, four));

        assertThat(outcomes)
                .extracting(OrderRecord::orderId)
                .containsExactly(six.orderId(), five.orderId(), four.orderId());
        assertThat(outcomes)
                .extracting(OrderRecord::status)
                .containsExactly(OrderStatus.CONFIRMED, OrderStatus.REJECTED, OrderStatus.CONFIRMED);
        assertThat(stockOf(product)).isZero();
    }

    @Test
    void answersADecidedOrderWithItsStoredOutcome() {
        String product = newProduct(10);
        OrderRecord order = order(product, 6);
        Collection<OrderRecord> first = keeper.decide(List.of(order));

        Collection<OrderRecord> second = keeper.decide(List.of(order, order(product, 4), order));

        assertThat(second).hasSize(2);
        assertThat(second).containsAll(first);
        assertThat(stockOf(product)).isZero();
    }

    @Test
    void keepsEveryFieldOfTheOrderInTheLedger() {
        OrderRecord order = order(newProduct(10), 3);

        OrderRecord outcome = keeper.decide(List.of(order)).iterator().next();

        assertThat(ledger.lockOutcomes(List.of(order.orderId()))).containsEntry(order.orderId(), outcome);
        assertThat(outcome.createdAt()).isEqualTo(order.createdAt());
    }

    @Test
    void givesTheStockBackOnceIfACancellationIsDeliveredTwice() {
        String product = newProduct(10);
        OrderRecord order = order(product, 6);
        keeper.decide(List.of(order));
        OrderRecord cancelling = order.become(OrderStatus.CANCELLING, null, Instant.now());

        Collection<OrderRecord> first = keeper.decide(List.of(cancelling));
        Collection<OrderRecord> second = keeper.decide(List.of(order, cancelling));

        assertThat(first).extracting(OrderRecord::status).containsExactly(OrderStatus.CANCELLED);
        assertThat(List.copyOf(second)).isEqualTo(List.copyOf(first));
        assertThat(stockOf(product)).isEqualTo(10);
    }

    @Test
    void movesTheStockOfProductsWithUnusualIds() {
        String unique = UUID.randomUUID().toString();
        List<String> ids = Stream.of(
                        "\"", "\\", "'", "[", "\u0001", "\u0000", "\n", "é", "물", "\ud83d\ude00", "a ", "a", "A")
                .map(odd -> unique + odd)
                .toList();
        ids.forEach(id -> newProduct(id, 10));

        Collection<OrderRecord> outcomes =
                keeper.decide(ids.stream().map(id -> order(id, 3)).toList());

        assertThat(outcomes).hasSize(ids.size()).allMatch(order -> order.status() == OrderStatus.CONFIRMED);
        assertThat(outcomes)
                .allSatisfy(order -> assertThat(stockOf(order.productId())).isEqualTo(7));
    }

    @Test
    void decidesEachOrderOnceWhenManyThreadsDecideTheSameOrders() throws Exception {
        List<String> stocked = List.of(newProduct(40), newProduct(40), newProduct(40));
        List<OrderRecord> orders = IntStream.range(0, 300)
                .mapToObj(n -> order(stocked.get(n % 3), 1 + n % 2))
                .toList();

        List<List<OrderRecord>> answers = inParallel(4, thread -> decideAll(shuffled(orders, thread)));

        for (List<OrderRecord> answer : answers) {
            assertThat(answer).containsExactlyInAnyOrderElementsOf(answers.get(0));
        }
        for (String product : stocked) {
            int sold = answers.get(0).stream()
                    .filter(order -> order.productId().equals(product) && order.status() == OrderStatus.CONFIRMED)
                    .mapToInt(OrderRecord::qty)
                    .sum();
            assertThat(stockOf(product)).isEqualTo(40 - sold).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void theDatabaseRefusesANegativeStock() {
        String product = newProduct(1);

        assertThatThrownBy(() -> update("UPDATE catalog SET stock = stock - 2 WHERE product_id = ?", product))
                .hasMessageContaining("CONSTRAINT");
        assertThat(stockOf(product)).isEqualTo(1);
    }

    /**
     * Decides in small batches and repeats none of them. A thread that decides an order locks its product, so it reads
     * the ledger after the previous thread has written it.
     */
    private List<OrderRecord> decideAll(List<OrderRecord> orders) {
        List<OrderRecord> outcomes = new ArrayList<>();
        for (int from = 0; from < orders.size(); from += 20) {
            outcomes.addAll(keeper.decide(orders.subList(from, from + 20)));
        }
        return outcomes;
    }

    private static List<List<OrderRecord>> inParallel(int threads, Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<List<OrderRecord>>> calls = IntStream.range(0, threads)
                    .<Callable<List<OrderRecord>>>mapToObj(thread -> () -> work.of(thread))
                    .toList();
            List<List<OrderRecord>> results = new ArrayList<>();
            for (Future<List<OrderRecord>> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<OrderRecord> shuffled(List<OrderRecord> orders, int seed) {
        List<OrderRecord> copy = new ArrayList<>(orders);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private static OrderRecord order(String product, int qty) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, qty, 1000, qty * 1000, OrderStatus.PENDING, null, now, now);
    }

    private long stockOf(String product) {
        return products.find(product).map(Product::stock).orElseThrow();
    }

    private String newProduct(int stock) {
        String id = "P-" + UUID.randomUUID();
        newProduct(id, stock);
        return id;
    }

    private void newProduct(String id, int stock) {
        update("INSERT INTO catalog (product_id, name, unit_price, stock) VALUES (?, 'any', 1000, " + stock + ")", id);
    }

    private void update(String sql, String product) {
        try (Connection connection = stack.mariaDb().connect("catalog_service");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, product);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private interface Work {
        List<OrderRecord> of(int thread);
    }
}
