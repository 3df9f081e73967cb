package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.stack.testing.property.Generators;
import io.ordersync.stack.testing.property.Generators.Weighted;
import io.ordersync.stack.testing.property.Property;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import io.ordersync.system.orders.OrderScenario.Event;
import io.ordersync.system.orders.OrderScenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * However requests, retries, redeliveries and kills interleave, every order ends in one state, the same everywhere.
 *
 * <p>A sequence in which something was killed takes as long as the killed one's places in its groups stay taken, so there
 * are few sequences, each with a kill or more. {@code -Dorder-states.tries=N} runs N of them. A sequence that fails is
 * printed with its seed; {@code -Dorder-states.seed=SEED} generates the same one again. How the requests of one sequence
 * meet in time is up to the machine.
 */
@ExtendWith(OrderSystemExtension.class)
class OrderStatesIT {

    private static final int FEW = 3;
    private static final int STOCK = 12;
    private static final int UNIT_PRICE = 1000;

    /** A bound for a busy machine: several processes are being started. */
    private static final Duration RECOVERY = Duration.ofSeconds(120);

    private final OrderSystem system;

    OrderStatesIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void ordersEndInOneStateAfterAnySequenceOfEvents() {
        new Property<>("order-states", OrderStatesIT::steps, Generators::shorter).check(FEW, this::check);
    }

    private void check(List<Step> steps) {
        String product = system.newProduct(UNIT_PRICE, STOCK);
        Set<UUID> orders;
        try (OrderScenario round = new OrderScenario(system, product, UNIT_PRICE)) {
            steps.forEach(round::take);
            orders = round.finish();
        }
        system.topic().awaitConsumedBy("catalog-service", RECOVERY);
        system.topic().awaitConsumedBy("connect-orders-sink", RECOVERY);

        Map<UUID, OrderStatus> ledger = system.tables().ledgerOf(orders);
        assertThat(ledger.keySet()).as("one entry in the ledger for each order").isEqualTo(orders);
        assertThat(ledger.values()).allMatch(OrderStatus::isFinal);
        assertThat(system.tables().reservationsOf(product))
                .as("entries, and none beside")
                .isEqualTo(orders.size());
        assertThat(system.tables().rowsOf(orders)).as("rows").isEqualTo(ledger);
        assertThat(system.topic().lastStatesOf(orders)).as("last records").isEqualTo(ledger);
        assertThat(system.tables().stockOf(product)).isNotNegative();
        assertThat(system.tables().stockOf(product) + system.tables().confirmedOf(product))
                .as("stock and what was taken of it")
                .isEqualTo(STOCK);
    }

    private static List<Step> steps(Random random) {
        List<Step> all = new ArrayList<>(Generators.listOf(random, 25, 40, () -> step(random, request(random))));
        List<Event> kills = new ArrayList<>(List.of(
                Event.ORDER_SERVICE_IS_KILLED, Event.CATALOG_SERVICE_IS_KILLED, Event.CONNECT_WORKER_IS_KILLED));
        Collections.shuffle(kills, random);
        kills.subList(0, Generators.between(random, 1, kills.size()))
                .forEach(kill -> all.add(Generators.between(random, 3, 20), step(random, kill)));
        return all;
    }

    private static Event request(Random random) {
        return Generators.choose(
                random,
                new Weighted<>(10, Event.POST),
                new Weighted<>(6, Event.DELETE),
                new Weighted<>(5, Event.PENDING_ARRIVES),
                new Weighted<>(4, Event.CANCELLING_ARRIVES),
                new Weighted<>(4, Event.REDELIVERY));
    }

    private static Step step(Random random, Event event) {
        return new Step(event, Generators.between(random, 0, OrderScenario.ORDERS - 1));
    }
}
