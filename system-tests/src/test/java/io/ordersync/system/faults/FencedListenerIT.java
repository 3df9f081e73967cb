package io.ordersync.system.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.server.SpringService;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A listener that has been overtaken, by the broker or by another instance, loses nothing and doubles nothing. */
@ExtendWith(OrderSystemExtension.class)
class FencedListenerIT {

    private static final String GROUP = "catalog-service";
    private static final int STOCK = 20;
    private static final int ORDERS = 30;

    private final OrderSystem shop;
    private final SpringService first;
    private final SpringService second;
    private String product;

    FencedListenerIT(OrderSystem shop) {
        this.shop = shop;
        this.first = shop.stack().catalogService(1);
        this.second = shop.stack().catalogService(2);
    }

    @BeforeEach
    void newProduct() {
        product = shop.newProduct(1000, STOCK);
    }

    @AfterEach
    void leaveBothInstancesRunning() {
        if (first.isAlive()) {
            first.thaw();
        } else {
            shop.stack().start(first);
        }
        if (!second.isAlive()) {
            shop.stack().start(second);
        }
        awaitMembers(2);
    }

    @Test
    void startsAnewWhenItsProducerWasFenced() {
        List<UUID> orders = place(STOCK / 2);
        shop.awaitDecided(orders);

        int fenced = shop.topic().fenceProducersOf(GROUP);

        List<UUID> more = place(ORDERS - STOCK / 2);
        shop.awaitDecided(more);
        assertThat(fenced).isPositive();
        assertThatEachIsDecidedOnce(
                Stream.of(orders, more).flatMap(List::stream).toList());
    }

    /** Its wait for the lock is over while it is frozen; what it does when it is thawed comes too late. */
    @Test
    void publishesNothingThatAnotherInstanceHasDecidedMeanwhile() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, shop.stack().mariaDb())) {
            freezeInABatch(lock);
            await("its time to wait is over").atMost(OrderSystem.SOON).until(() -> lock.waiting() == 0);
            shop.stack().start(second);
            await("the other one waits in its place").atMost(OrderSystem.SOON).until(() -> lock.waiting() == 1);
        }
        shop.awaitDecided(orders);

        first.thaw();

        awaitMembers(2);
        assertThatEachIsDecidedOnce(orders);
    }

    /** Its database session gets the lock although nobody is there to use it. */
    @Test
    void keepsNoLockFromTheInstanceThatTakesOver() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, shop.stack().mariaDb())) {
            freezeInABatch(lock);
            lock.release();
            assertThat(lock.isHeldByAnother()).as("the frozen one holds it").isTrue();
        }
        shop.stack().start(second);
        shop.awaitDecided(orders);

        first.thaw();

        awaitMembers(2);
        assertThatEachIsDecidedOnce(orders);
    }

    /** The broker is away at the moment of the crash, or else the two commits would follow each other at once. */
    @Test
    void findsTheDecisionsOfAnInstanceThatCrashedBeforeItPublishedThem() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, shop.stack().mariaDb())) {
            shop.stack().start(first);
            awaitWaiting(lock);
            shop.stack().broker().freeze();
            lock.release();
            await("the decisions are in the ledger")
                    .atMost(OrderSystem.SOON)
                    .until(() -> shop.tables().reservationsOf(product) > 0);
            first.kill();
        } finally {
            shop.stack().broker().thaw();
        }
        int decided = shop.tables().reservationsOf(product);

        shop.stack().start(first, second);
        shop.awaitDecided(orders);

        awaitMembers(2);
        assertThat(decided).isPositive();
        assertThatEachIsDecidedOnce(orders);
    }

    /** All of them are on the topic when the first instance starts, so that it takes many of them in one batch. */
    private List<UUID> placeWithoutListeners() {
        first.stop();
        second.stop();
        return place(ORDERS);
    }

    private void freezeInABatch(ProductRowLock lock) {
        shop.stack().start(first);
        awaitWaiting(lock);
        first.freeze();
    }

    private static void awaitWaiting(ProductRowLock lock) {
        await("the first instance waits for the product")
                .atMost(OrderSystem.SOON)
                .until(() -> lock.waiting() == 1);
    }

    private void assertThatEachIsDecidedOnce(List<UUID> orders) {
        shop.awaitDecided(place(6)); // behind whatever a thawed instance still had to say
        shop.awaitConsumed();
        Map<UUID, List<OrderStatus>> states = shop.topic().statesOf(new HashSet<>(orders)).stream()
                .collect(groupingBy(OrderRecord::orderId, mapping(OrderRecord::status, toList())));
        assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(states.values()).allSatisfy(state -> {
            assertThat(state).hasSize(2).startsWith(OrderStatus.PENDING);
            assertThat(state.get(1)).isIn(OrderStatus.CONFIRMED, OrderStatus.REJECTED);
        });
        Map<UUID, OrderStatus> ledger = shop.tables().ledgerOf(orders);
        assertThat(shop.topic().lastStatesOf(new HashSet<>(orders))).isEqualTo(ledger);
        assertThat(shop.tables().rowsOf(orders)).isEqualTo(ledger);
        assertThat(shop.tables().reservationsOf(product)).isEqualTo(orders.size() + 6);
        assertThat(shop.tables().confirmedOf(product)).isEqualTo(STOCK);
        assertThat(shop.tables().stockOf(product)).isZero();
        assertThat(shop.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    private void awaitMembers(int count) {
        await("members of the group")
                .atMost(OrderSystem.SOON)
                .until(() -> shop.topic().membersOf(GROUP) == count);
    }

    private List<UUID> place(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> shop.orders(1 + n % 2).place("user-" + n, product, 1, 1000))
                .toList();
    }
}
