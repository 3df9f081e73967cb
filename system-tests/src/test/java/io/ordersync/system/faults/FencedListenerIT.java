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

/** A listener that the broker or another instance has fenced neither loses nor repeats an outcome. */
@ExtendWith(OrderSystemExtension.class)
class FencedListenerIT {

    private static final String GROUP = "catalog-service";
    private static final int STOCK = 20;
    private static final int ORDERS = 30;

    private final OrderSystem system;
    private final SpringService first;
    private final SpringService second;
    private String product;

    FencedListenerIT(OrderSystem system) {
        this.system = system;
        this.first = system.stack().catalogService(1);
        this.second = system.stack().catalogService(2);
    }

    @BeforeEach
    void newProduct() {
        product = system.newProduct(1000, STOCK);
    }

    @AfterEach
    void leaveBothInstancesRunning() {
        if (first.isAlive()) {
            first.thaw();
        } else {
            system.stack().start(first);
        }
        if (!second.isAlive()) {
            system.stack().start(second);
        }
        awaitMembers(2);
    }

    @Test
    void restartsWhenItsProducerIsFenced() {
        List<UUID> orders = place(STOCK / 2);
        system.awaitDecided(orders);

        int fenced = system.topic().fenceProducersOf(GROUP);

        List<UUID> more = place(ORDERS - STOCK / 2);
        system.awaitDecided(more);
        assertThat(fenced).isPositive();
        assertThatEachIsDecidedOnce(
                Stream.of(orders, more).flatMap(List::stream).toList());
    }

    /** The lock wait ends while the instance is frozen; its work after the thaw comes too late. */
    @Test
    void publishesNoOutcomeThatAnotherInstanceHasDecidedMeanwhile() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, system.stack().mariaDb())) {
            freezeInABatch(lock);
            await("its time to wait is over").atMost(OrderSystem.SOON).until(() -> lock.waiting() == 0);
            system.stack().start(second);
            await("the other one waits in its place").atMost(OrderSystem.SOON).until(() -> lock.waiting() == 1);
        }
        system.awaitDecided(orders);

        first.thaw();

        awaitMembers(2);
        assertThatEachIsDecidedOnce(orders);
    }

    /** The database session of the frozen instance gets the lock, although the instance cannot use it. */
    @Test
    void blocksNoRowForTheInstanceThatTakesOver() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, system.stack().mariaDb())) {
            freezeInABatch(lock);
            lock.release();
            assertThat(lock.isHeldByAnother())
                    .as("the frozen instance holds the lock")
                    .isTrue();
        }
        system.stack().start(second);
        system.awaitDecided(orders);

        first.thaw();

        awaitMembers(2);
        assertThatEachIsDecidedOnce(orders);
    }

    /** The broker is away at the crash; otherwise the commits of database and broker would follow each other at once. */
    @Test
    void publishesTheDecisionsOfAnInstanceThatCrashedBeforePublishing() {
        List<UUID> orders = placeWithoutListeners();
        try (ProductRowLock lock = ProductRowLock.on(product, system.stack().mariaDb())) {
            system.stack().start(first);
            awaitWaiting(lock);
            system.stack().broker().freeze();
            lock.release();
            await("the decisions are in the ledger")
                    .atMost(OrderSystem.SOON)
                    .until(() -> system.tables().reservationsOf(product) > 0);
            first.kill();
        } finally {
            system.stack().broker().thaw();
        }
        int decided = system.tables().reservationsOf(product);

        system.stack().start(first, second);
        system.awaitDecided(orders);

        awaitMembers(2);
        assertThat(decided).isPositive();
        assertThatEachIsDecidedOnce(orders);
    }

    /** All orders are on the topic before the first instance starts, so that its batches are large. */
    private List<UUID> placeWithoutListeners() {
        first.stop();
        second.stop();
        return place(ORDERS);
    }

    private void freezeInABatch(ProductRowLock lock) {
        system.stack().start(first);
        awaitWaiting(lock);
        first.freeze();
    }

    private static void awaitWaiting(ProductRowLock lock) {
        await("the first instance waits for the product")
                .atMost(OrderSystem.SOON)
                .until(() -> lock.waiting() == 1);
    }

    private void assertThatEachIsDecidedOnce(List<UUID> orders) {
        system.awaitDecided(place(6)); // these records follow everything that a thawed instance still publishes
        system.awaitConsumed();
        Map<UUID, List<OrderStatus>> states = system.topic().statesOf(new HashSet<>(orders)).stream()
                .collect(groupingBy(OrderRecord::orderId, mapping(OrderRecord::status, toList())));
        assertThat(states.keySet()).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(states.values()).allSatisfy(state -> {
            assertThat(state).hasSize(2).startsWith(OrderStatus.PENDING);
            assertThat(state.get(1)).isIn(OrderStatus.CONFIRMED, OrderStatus.REJECTED);
        });
        Map<UUID, OrderStatus> ledger = system.tables().ledgerOf(orders);
        assertThat(system.topic().lastStatesOf(new HashSet<>(orders))).isEqualTo(ledger);
        assertThat(system.tables().rowsOf(orders)).isEqualTo(ledger);
        assertThat(system.tables().reservationsOf(product)).isEqualTo(orders.size() + 6);
        assertThat(system.tables().confirmedOf(product)).isEqualTo(STOCK);
        assertThat(system.tables().stockOf(product)).isZero();
        assertThat(system.tables().rowsThatDifferFromTheLedger()).isZero();
    }

    private void awaitMembers(int count) {
        await("members of the group")
                .atMost(OrderSystem.SOON)
                .until(() -> system.topic().membersOf(GROUP) == count);
    }

    private List<UUID> place(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> system.orders(1 + n % 2).place("user-" + n, product, 1, 1000))
                .toList();
    }
}
