package io.ordersync.order.kafka.tail.index;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import io.ordersync.order.Requester;
import io.ordersync.order.kafka.tail.index.TopicEnds.End;
import io.ordersync.order.view.LoggedOrder;
import io.ordersync.order.view.LoggedOrders;
import io.ordersync.order.view.ViewBehind;
import io.ordersync.order.view.ViewPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The orders in the tail of the topic, by id. One thread reads and adds them; any thread may look for them. */
public final class TailIndex {

    /** A request may use a position of the table that it has read so long ago. */
    private static final Duration OLDEST_POSITION = Duration.ofSeconds(10);

    private final long maxSize;
    private final Map<Integer, PartitionTail> partitions = new TreeMap<>();
    private TopicEnds topic = new TopicEnds("", Map.of());
    private boolean full;
    private Map<Integer, Long> earlier = Map.of();
    private Map<Integer, Long> latest = Map.of();
    private long latestSince = System.nanoTime();

    public TailIndex(long maxSize) {
        this.maxSize = maxSize;
    }

    /** Whether there is no memory for more orders. */
    public synchronized boolean isFull() {
        return full;
    }

    public synchronized int count() {
        return partitions.values().stream().mapToInt(PartitionTail::count).sum();
    }

    public synchronized long size() {
        return partitions.values().stream().mapToLong(PartitionTail::size).sum();
    }

    /**
     * Prepares a read: forgets what the table has, and begins earlier if the table lacks more than before, as one does that
     * was restored.
     *
     * @param positions the first offset of each partition that the table may lack
     */
    public synchronized void begin(TopicEnds topic, Map<Integer, Long> positions) {
        if (!topic.topicId().equals(this.topic.topicId())) {
            partitions.clear();
            earlier = Map.of();
            latest = Map.of();
        }
        this.topic = topic;
        positions.forEach((number, offset) -> partitions
                .computeIfAbsent(number, absent -> new PartitionTail())
                .include(offset));
        evict(full ? positions : passed(positions));
        full = full && size() > maxSize / 10 * 9;
    }

    /** What is missing up to the last stable offsets. */
    public synchronized Map<Integer, Range> missingSettled(TopicEnds topic) {
        return missing(topic, PartitionTail::settled, End::stable);
    }

    /** What is missing from there to the high watermarks. */
    public synchronized Map<Integer, Range> missingOpen(TopicEnds topic) {
        partitions.values().forEach(PartitionTail::dropSettledRequests);
        return missing(topic, PartitionTail::open, End::high);
    }

    public synchronized void addSettled(ReadOrders read) {
        read.orders().forEach(order -> settled(order.partition()).add(order.offset(), order.order()));
        read.positions().forEach((number, offset) -> settled(number).advance(offset));
        full = size() > maxSize;
    }

    /** Adds the requests; whether outcomes become part of the log is open. */
    public synchronized void addOpen(ReadOrders read) {
        read.orders().stream()
                .filter(order -> isRequest(order.order().status()))
                .forEach(order -> open(order.partition()).add(order.offset(), order.order()));
        read.positions().forEach((number, offset) -> open(number).advance(offset));
        full = size() > maxSize;
    }

    /** Whether everything up to these ends was read. */
    public synchronized boolean reaches(TopicEnds topic) {
        return topic.partitions().entrySet().stream()
                .allMatch(end -> partitions.get(end.getKey()).reaches(end.getValue()));
    }

    public synchronized LoggedOrders find(UUID id, ViewPosition position) {
        List<LoggedOrder> states = new ArrayList<>();
        partitions.forEach((number, tail) -> tail.find(
                id, begin(number, position), (order, offset) -> states.add(new LoggedOrder(number, offset, order))));
        return new LoggedOrders(states, partitions.size());
    }

    /**
     * Finds the states that the requester may see.
     *
     * @return none if the log has none up to these ends
     * @throws ViewBehind if there is none and the tail was not read up to these ends
     */
    public synchronized LoggedOrders find(UUID id, Requester requester, ViewPosition position, TopicEnds ends) {
        LoggedOrders found = find(id, position).visibleTo(requester);
        if (found.isEmpty() && !reaches(ends)) {
            throw ViewBehind.tooFar();
        }
        return found;
    }

    /** When the first state behind a position was written. */
    public synchronized Optional<Instant> oldest(ViewPosition position) {
        return partitions.entrySet().stream()
                .flatMap(tail -> tail.getValue().first(begin(tail.getKey(), position)).stream())
                .map(Order::updatedAt)
                .min(Comparator.naturalOrder());
    }

    private Map<Integer, Range> missing(
            TopicEnds topic, Function<PartitionTail, Region> part, Function<End, Long> endOf) {
        Map<Integer, Range> missing = new HashMap<>();
        topic.partitions().forEach((number, end) -> {
            long from = part.apply(partitions.get(number)).to();
            if (from < endOf.apply(end)) {
                missing.put(number, new Range(from, endOf.apply(end)));
            }
        });
        return missing;
    }

    /** Positions that every request in progress has seen or a later one. */
    private Map<Integer, Long> passed(Map<Integer, Long> positions) {
        if (System.nanoTime() - latestSince > OLDEST_POSITION.toNanos()) {
            earlier = latest;
            latest = positions;
            latestSince = System.nanoTime();
        }
        return earlier;
    }

    private long begin(int partition, ViewPosition position) {
        return position.offsetIn(
                partition, topic.topicId(), topic.partitions().get(partition).high());
    }

    private void evict(Map<Integer, Long> positions) {
        positions.forEach((number, offset) -> partitions.get(number).evict(offset));
    }

    private Region settled(int partition) {
        return partitions.get(partition).settled();
    }

    private Region open(int partition) {
        return partitions.get(partition).open();
    }

    private static boolean isRequest(OrderStatus status) {
        return status == OrderStatus.PENDING || status == OrderStatus.CANCELLING;
    }
}
