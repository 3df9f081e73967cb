package io.ordersync.system.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.orders.OrderScenario.Event;
import io.ordersync.system.orders.OrderScenario.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * However requests, retries, redeliveries and kills interleave, every order ends in one state, the same everywhere.
 *
 * <p>A sequence in which something was killed takes as long as the killed one's places in its groups stay taken, so there
 * are few sequences, each with a kill or more. {@code -Dorder-states.tries=N} runs N of them. A sequence that fails is
 * printed with its seed; {@code -Dorder-states.seed=SEED} generates the same ones again. How the requests of one sequence
 * meet in time is up to the machine.
 */
class OrderStatesIT {

    private static final int FEW = 3;
    private static final int STOCK = 12;
    private static final int UNIT_PRICE = 1000;

    /** A bound for a busy machine: several processes are being started. */
    private static final Duration RECOVERY = Duration.ofSeconds(120);

    private static OrderSystem system;

    @BeforeContainer
    static void open() {
        system = OrderSystem.open("states");
    }

    @AfterContainer
    static void close() {
        system.close();
    }

    @Property(tries = FEW, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @AddLifecycleHook(CommandLine.class)
    void endInOneStateAfterAnySequenceOfEvents(@ForAll("steps") List<Step> steps) {
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

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Event> requests = Arbitraries.frequency(
                Tuple.of(10, Event.POST),
                Tuple.of(6, Event.DELETE),
                Tuple.of(5, Event.PENDING_ARRIVES),
                Tuple.of(4, Event.CANCELLING_ARRIVES),
                Tuple.of(4, Event.REDELIVERY));
        Arbitrary<Event> kills = Arbitraries.of(
                Event.ORDER_SERVICE_IS_KILLED, Event.CATALOG_SERVICE_IS_KILLED, Event.CONNECT_WORKER_IS_KILLED);
        return Combinators.combine(
                        stepsOf(requests).list().ofMinSize(25).ofMaxSize(40),
                        stepsOf(kills)
                                .list()
                                .uniqueElements(Step::event)
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers().between(3, 20).list().ofSize(3))
                .as(OrderStatesIT::mixed);
    }

    private static Arbitrary<Step> stepsOf(Arbitrary<Event> events) {
        return Combinators.combine(events, Arbitraries.integers().between(0, OrderScenario.ORDERS - 1))
                .as(Step::new);
    }

    private static List<Step> mixed(List<Step> requests, List<Step> kills, List<Integer> places) {
        List<Step> all = new ArrayList<>(requests);
        for (int i = 0; i < kills.size(); i++) {
            all.add(places.get(i), kills.get(i));
        }
        return all;
    }

    /** What the command line asks for instead of what the annotation says. */
    static class CommandLine implements AroundPropertyHook {

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            Optional.ofNullable(Integer.getInteger("order-states.tries")).ifPresent(context.attributes()::setTries);
            Optional.ofNullable(System.getProperty("order-states.seed")).ifPresent(context.attributes()::setSeed);
            return property.execute();
        }
    }
}
