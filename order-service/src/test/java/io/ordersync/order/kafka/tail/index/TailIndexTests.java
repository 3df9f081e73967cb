package io.ordersync.order.kafka.tail.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.Requester;
import io.ordersync.order.kafka.tail.index.TopicEnds.End;
import io.ordersync.order.view.LoggedOrder;
import io.ordersync.order.view.ViewBehind;
import io.ordersync.order.view.ViewPosition;
import io.ordersync.order.view.ViewPosition.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TailIndexTests {

    private static final String TOPIC = "topic-1";
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final ViewPosition START = new ViewPosition(Map.of());
    private static final long SEED = Long.getLong("tail-index.seed", System.nanoTime());

    private final TailIndex index = new TailIndex(100 * 1024 * 1024);

    @Test
    void returnsEveryFieldOfAnOrder() {
        Order order = new Order(
                UUID.randomUUID(),
                "é".repeat(64),
                "한".repeat(64),
                1_000_000,
                2147,
                2_147_000_000,
                OrderStatus.REJECTED,
                "OUT_OF_STOCK",
                AT,
                AT.plusMillis(1));

        read(0, 100, List.of(new LoggedOrder(0, 3, order)));

        assertThat(index.find(order.id(), START).states()).containsExactly(new LoggedOrder(0, 3, order));
    }

    /** Among 40,000 states of 15,000 orders, which fill several segments of two partitions. */
    @Test
    void findsTheStatesOfEachOrderFromEachPosition() {
        var random = new Random(SEED);
        List<UUID> ids =
                IntStream.range(0, 15_000).mapToObj(n -> UUID.randomUUID()).toList();
        List<LoggedOrder> all = new ArrayList<>();
        for (long offset = 0; offset < 20_000; offset++) {
            for (int partition = 0; partition < 2; partition++) {
                all.add(new LoggedOrder(partition, 2 * offset, order(ids.get(random.nextInt(ids.size())), 1)));
            }
        }
        read(2, 40_000, all);

        assertThat(index.count()).isEqualTo(40_000);
        assertThat(index.size() / index.count()).as("bytes per state").isLessThan(100);
        for (int n = 0; n < 500; n++) {
            UUID id = ids.get(random.nextInt(ids.size()));
            long from = random.nextInt(40_000);
            assertThat(index.find(id, positions(2, from)).states())
                    .as("seed %d", SEED)
                    .containsExactlyInAnyOrderElementsOf(all.stream()
                            .filter(state -> state.order().id().equals(id) && state.offset() >= from)
                            .toList());
        }
        assertThat(index.find(UUID.randomUUID(), START).isEmpty()).isTrue();
    }

    /** As for an id that nobody has used, so that the answer does not tell that the order exists. */
    @Test
    void anOrderOfAnotherUserIsUnknownWhileTheTailIsTooLong() {
        Order order = order(UUID.randomUUID(), 1);
        read(0, 50, List.of(new LoggedOrder(0, 3, order)));
        TopicEnds read = ends(1, 50, 50);
        TopicEnds longer = ends(1, 100, 100);
        var owner = new Requester(order.userId(), false);
        var other = new Requester("another user", false);

        for (Requester sees : List.of(owner, new Requester("an admin", true), Requester.ANYONE)) {
            assertThat(index.find(order.id(), sees, START, longer).newest()).contains(order);
        }
        assertThatThrownBy(() -> index.find(order.id(), other, START, longer)).isInstanceOf(ViewBehind.class);
        assertThatThrownBy(() -> index.find(UUID.randomUUID(), other, START, longer))
                .isInstanceOf(ViewBehind.class);
        assertThat(index.find(order.id(), other, START, read).isEmpty()).isTrue();
    }

    @Test
    void keepsRequestsBehindTheStableOffsetAndNoOutcomes() {
        Order request = order(UUID.randomUUID(), 1);
        Order outcome = outcome(order(UUID.randomUUID(), 1));
        TopicEnds topic = ends(1, 5, 10);
        index.begin(topic, Map.of(0, 0L));
        index.addSettled(new ReadOrders(List.of(), Map.of(0, 5L)));
        assertThat(index.missingOpen(topic)).containsExactly(Map.entry(0, new Range(5, 10)));
        assertThat(index.reaches(topic)).isFalse();

        index.addOpen(new ReadOrders(
                List.of(new LoggedOrder(0, 6, request), new LoggedOrder(0, 7, outcome)), Map.of(0, 10L)));

        assertThat(index.reaches(topic)).isTrue();
        assertThat(index.find(request.id(), START).newest()).contains(request);
        assertThat(index.find(outcome.id(), START).isEmpty()).isTrue();
        TopicEnds settled = ends(1, 11, 11);
        index.begin(settled, Map.of(0, 0L));
        index.addSettled(new ReadOrders(List.of(new LoggedOrder(0, 7, outcome)), Map.of(0, 11L)));
        assertThat(index.find(request.id(), START).isEmpty())
                .as("the request was aborted")
                .isTrue();
        assertThat(index.find(outcome.id(), START).newest()).contains(outcome);
        assertThat(index.missingOpen(settled)).isEmpty();
    }

    @Test
    void readsOnlyWhatItLacks() {
        TopicEnds topic = ends(1, 10, 10);
        index.begin(topic, Map.of(0, 4L));
        assertThat(index.missingSettled(topic)).containsExactly(Map.entry(0, new Range(4, 10)));
        index.addSettled(new ReadOrders(List.of(), Map.of(0, 10L)));

        index.begin(topic, Map.of(0, 7L));
        assertThat(index.missingSettled(topic)).isEmpty();
        TopicEnds later = ends(1, 20, 20);
        index.begin(later, Map.of(0, 15L));
        assertThat(index.missingSettled(later))
                .as("the table is past everything that was read")
                .containsExactly(Map.entry(0, new Range(15, 20)));
        index.begin(later, Map.of(0, 2L));
        assertThat(index.missingSettled(later))
                .as("the table was restored")
                .containsExactly(Map.entry(0, new Range(2, 20)));
    }

    @Test
    void beginsAgainWithAnotherTopic() {
        Order order = order(UUID.randomUUID(), 1);
        read(1, 10, List.of(new LoggedOrder(0, 3, order)));
        TopicEnds another = new TopicEnds("topic-2", Map.of(0, new End(10, 10)));

        index.begin(another, Map.of(0, 0L));

        assertThat(index.find(order.id(), START).isEmpty()).isTrue();
        assertThat(index.missingSettled(another)).containsExactly(Map.entry(0, new Range(0, 10)));
    }

    @Test
    void isFullAtItsLimitAndHasRoomAgainWhenTheTableHasPassed() {
        var small = new TailIndex(300 * 1024);
        TopicEnds topic = ends(1, 20_000, 20_000);
        small.begin(topic, Map.of(0, 0L));
        for (long offset = 0; !small.isFull(); offset += 100) {
            long first = offset;
            small.addSettled(new ReadOrders(
                    IntStream.range(0, 100)
                            .mapToObj(n -> new LoggedOrder(0, first + n, order(UUID.randomUUID(), 1)))
                            .toList(),
                    Map.of(0, first + 100)));
        }
        assertThat(small.size()).isLessThan(600 * 1024);
        assertThat(small.reaches(topic)).isFalse();

        small.begin(topic, Map.of(0, 1L));
        assertThat(small.isFull()).isTrue();
        small.begin(topic, Map.of(0, small.missingSettled(topic).get(0).from()));
        assertThat(small.isFull()).isFalse();
    }

    private void read(int partitions, long end, List<LoggedOrder> orders) {
        TopicEnds topic = ends(Math.max(1, partitions), end, end);
        Map<Integer, Long> begin = new HashMap<>();
        Map<Integer, Long> reached = new HashMap<>();
        topic.partitions().keySet().forEach(number -> {
            begin.put(number, 0L);
            reached.put(number, end);
        });
        index.begin(topic, begin);
        index.addSettled(new ReadOrders(orders, reached));
    }

    private static TopicEnds ends(int partitions, long stable, long high) {
        Map<Integer, End> ends = new HashMap<>();
        IntStream.range(0, partitions).forEach(number -> ends.put(number, new End(stable, high)));
        return new TopicEnds(TOPIC, ends);
    }

    private static ViewPosition positions(int partitions, long offset) {
        Map<Integer, Position> positions = new HashMap<>();
        IntStream.range(0, partitions).forEach(number -> positions.put(number, new Position(TOPIC, offset)));
        return new ViewPosition(positions);
    }

    private static Order order(UUID id, int qty) {
        return Order.pending(id, new NewOrder("user-12", "CATALOG-001", qty, 1500), AT);
    }

    private static Order outcome(Order order) {
        return new Order(
                order.id(),
                order.userId(),
                order.productId(),
                order.qty(),
                order.unitPrice(),
                order.totalPrice(),
                OrderStatus.CONFIRMED,
                null,
                AT,
                AT);
    }
}
