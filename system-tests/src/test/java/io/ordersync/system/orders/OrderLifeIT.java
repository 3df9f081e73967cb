package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The states of an order reach the topic in any order, in two partitions, repeated, and as older copies. In the end the
 * table and the ledger agree. A failure names its seed; {@code -Dorder-life.seed=SEED} repeats the run.
 */
@ExtendWith(OrderSystemExtension.class)
class OrderLifeIT {

    private static final int ORDERS = 150;
    private static final int PARTITIONS = 2;
    private static final long SEED = Long.getLong("order-life.seed", System.nanoTime());

    private final OrderSystem system;
    private final Random random = new Random(SEED);

    OrderLifeIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void tableAndLedgerAgreeAfterAnyOrderOfStates() {
        String product = system.newProduct(1000, ORDERS / 2);
        List<OrderRecord> requests = new ArrayList<>();
        Set<UUID> orders = new LinkedHashSet<>();
        for (int i = 0; i < ORDERS; i++) {
            OrderRecord order = pending(product);
            orders.add(order.orderId());
            requests.addAll(requestsFor(order));
        }

        appendInAnyOrder(requests);
        appendInAnyOrder(copies(orders));
        appendInAnyOrder(copies(orders));

        assertThat(system.tables().rowsOf(orders))
                .as("rows and ledger, seed %d", SEED)
                .isEqualTo(system.tables().ledgerOf(orders))
                .hasSize(ORDERS);
        assertThat(system.tables().rowsOf(orders).values())
                .contains(OrderStatus.CONFIRMED, OrderStatus.REJECTED, OrderStatus.CANCELLED);
        assertThat(system.topic().lastStatesOf(orders).values())
                .as("last states on the topic")
                .hasSize(ORDERS);
    }

    /** A request, sometimes repeated with another quantity as with a reused key, and sometimes a cancellation. */
    private List<OrderRecord> requestsFor(OrderRecord order) {
        List<OrderRecord> requests = new ArrayList<>(List.of(order));
        if (random.nextBoolean()) {
            requests.add(withQty(order, order.qty() + 1));
        }
        if (random.nextInt(3) == 0) {
            requests.add(order.become(OrderStatus.CANCELLING, null, Instant.now()));
        }
        return requests;
    }

    /** Copies of states that the topic already holds, as a producer, a restore or a second cluster may send them again. */
    private List<OrderRecord> copies(Set<UUID> orders) {
        List<OrderRecord> copies = new ArrayList<>();
        for (OrderRecord state : system.topic().statesOf(orders)) {
            if (random.nextInt(3) == 0) {
                copies.add(state);
            }
        }
        return copies;
    }

    private void appendInAnyOrder(List<OrderRecord> states) {
        Collections.shuffle(states, random);
        states.forEach(state -> system.topic().append(random.nextInt(PARTITIONS), state));
        system.awaitConsumed(); // catalog-service has appended all outcomes
        system.awaitConsumed();
    }

    private static OrderRecord pending(String product) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
    }

    private static OrderRecord withQty(OrderRecord order, int qty) {
        return new OrderRecord(
                order.orderId(),
                order.userId(),
                order.productId(),
                qty,
                order.unitPrice(),
                qty * order.unitPrice(),
                order.status(),
                order.reason(),
                order.createdAt(),
                order.updatedAt());
    }
}
