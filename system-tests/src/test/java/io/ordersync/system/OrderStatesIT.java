package io.ordersync.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** However requests, retries, redeliveries and restarts interleave, every order ends in one state, the same everywhere. */
class OrderStatesIT {

    private static final int STOCK = 12;
    private static final int UNIT_PRICE = 1000;

    private static Shop shop;

    @BeforeContainer
    static void open() {
        shop = Shop.open("states");
    }

    @AfterContainer
    static void close() {
        shop.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void endInOneStateAfterAnySequenceOfEvents(@ForAll("steps") List<Step> steps) {
        Round round = new Round(shop.newProduct(UNIT_PRICE, STOCK));

        steps.forEach(step -> step.event().accept(round, step.order()));
        shop.awaitConsumed();

        Set<UUID> orders = round.onTopic();
        Map<UUID, OrderStatus> ledger = shop.tables().ledgerOf(orders);
        assertThat(ledger.keySet()).as("one entry in the ledger for each order").isEqualTo(orders);
        assertThat(ledger.values()).allMatch(OrderStatus::isFinal);
        assertThat(shop.tables().rowsOf(orders)).as("rows").isEqualTo(ledger);
        assertThat(shop.topic().lastStatesOf(orders)).as("last records").isEqualTo(ledger);
        assertThat(shop.tables().stockOf(round.product) + shop.tables().confirmedOf(round.product))
                .as("stock and what was taken of it")
                .isEqualTo(STOCK);
        assertThat(shop.tables().stockOf(round.product)).isNotNegative();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Event> events = Arbitraries.frequency(
                Tuple.of(10, Event.POST),
                Tuple.of(6, Event.DELETE),
                Tuple.of(5, Event.PENDING_ARRIVES),
                Tuple.of(4, Event.CANCELLING_ARRIVES),
                Tuple.of(4, Event.REDELIVERY),
                Tuple.of(1, Event.CATALOG_SERVICE_IS_KILLED));
        return Combinators.combine(events, Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(25)
                .filter(steps -> steps.stream().filter(Step::isKill).count() <= 1); // each takes a session time-out
    }

    record Step(Event event, int order) {

        boolean isKill() {
            return event == Event.CATALOG_SERVICE_IS_KILLED;
        }
    }

    /** What can happen; orders 0 to 5 of a round are meant by their number, through REST and on the topic. */
    enum Event implements BiConsumer<Round, Integer> {
        POST(Round::post),
        DELETE(Round::delete),
        PENDING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.PENDING)),
        CANCELLING_ARRIVES((round, order) -> round.arrives(order, OrderStatus.CANCELLING)),
        REDELIVERY(Round::redeliver),
        CATALOG_SERVICE_IS_KILLED((round, order) -> round.kill(1 + order % 2));

        private final BiConsumer<Round, Integer> action;

        Event(BiConsumer<Round, Integer> action) {
            this.action = action;
        }

        @Override
        public void accept(Round round, Integer order) {
            action.accept(round, order);
        }
    }

    /** One sequence, with a product and orders of its own. */
    private static final class Round {

        private final String name = UUID.randomUUID().toString();
        private final String product;
        private final Map<Integer, UUID> placed = new HashMap<>();
        private final Set<UUID> orders = new HashSet<>();

        Round(String product) {
            this.product = product;
        }

        void post(int order) {
            UUID id = OrderApi.created(shop.orders(1 + order % 2)
                    .post("user-1", product, 1 + order, UNIT_PRICE, "Idempotency-Key", name + order)
                    .join());
            placed.putIfAbsent(order, id);
            orders.add(id);
        }

        void delete(int order) {
            if (placed.containsKey(order)) {
                HttpResponse<String> answer = shop.orders(2 - order % 2).cancel(placed.get(order));
                assertThat(answer.statusCode()).isIn(202, 404, 409); // 404: it is only on the topic yet
            }
        }

        void arrives(int order, OrderStatus status) {
            Instant now = Instant.now();
            UUID id = placed.computeIfAbsent(order, n -> UUID.randomUUID());
            orders.add(id);
            shop.topic()
                    .append(new OrderRecord(
                            id,
                            "user-1",
                            product,
                            1 + order,
                            UNIT_PRICE,
                            (1 + order) * UNIT_PRICE,
                            status,
                            null,
                            now,
                            now));
        }

        void redeliver(int order) {
            shop.topic().statesOf(orders).stream()
                    .filter(record -> !record.status().isFinal())
                    .skip(order)
                    .findFirst()
                    .ifPresent(shop.topic()::append);
        }

        void kill(int instance) {
            shop.stack().catalogService(instance).kill();
            shop.stack().catalogService(instance).start();
        }

        Set<UUID> onTopic() {
            return orders;
        }
    }
}
