package io.ordersync.order.kafka.tail;

import io.ordersync.contract.Topics;
import io.ordersync.order.kafka.tail.index.Range;
import io.ordersync.order.kafka.tail.index.ReadOrders;
import io.ordersync.order.view.LoggedOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads given ranges of the topic. Without a range to read it sends nothing to the brokers. */
final class TailConsumer implements TailClients.Closeable {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A read without any progress for so long fails. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private Set<Integer> assigned = Set.of();

    TailConsumer(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Reads until each partition is at the end of its range or behind it.
     *
     * @param partitions all partitions of the topic
     * @param receiver takes the orders of each poll; false ends the read
     * @throws TimeoutException if the brokers deliver nothing
     */
    void read(Set<Integer> partitions, Map<Integer, Range> ranges, Predicate<ReadOrders> receiver) {
        if (ranges.isEmpty()) {
            return;
        }
        prepare(partitions, ranges);
        long lastProgress = System.nanoTime();
        Map<Integer, Long> positions = positions(ranges);
        while (ranges.entrySet().stream()
                .anyMatch(range ->
                        positions.get(range.getKey()) < range.getValue().to())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            Map<Integer, Long> now = positions(ranges);
            if (!now.equals(positions)) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > LONGEST_STANDSTILL.toNanos()) {
                throw new TimeoutException("The brokers deliver no records of " + Topics.ORDERS);
            }
            positions.putAll(now);
            if (!receiver.test(new ReadOrders(orders(records), Map.copyOf(now)))) {
                return;
            }
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private void prepare(Set<Integer> partitions, Map<Integer, Range> ranges) {
        if (!assigned.equals(partitions)) {
            consumer.assign(partitions.stream().map(TailConsumer::partition).toList());
            assigned = Set.copyOf(partitions);
        }
        consumer.pause(consumer.assignment());
        ranges.forEach((number, range) -> consumer.seek(partition(number), range.from()));
        consumer.resume(ranges.keySet().stream().map(TailConsumer::partition).toList());
    }

    private Map<Integer, Long> positions(Map<Integer, Range> ranges) {
        Map<Integer, Long> positions = new HashMap<>();
        ranges.keySet().forEach(number -> positions.put(number, consumer.position(partition(number))));
        return positions;
    }

    private static List<LoggedOrder> orders(ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(OrderValues::read)
                .flatMap(Optional::stream)
                .toList();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.ORDERS, number);
    }
}
