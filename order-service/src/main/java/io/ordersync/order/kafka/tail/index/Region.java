package io.ordersync.order.kafka.tail.index;

import io.ordersync.order.Order;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;

/** The orders of a partition from one offset to another. */
final class Region {

    private final Deque<Segment> segments = new ArrayDeque<>();
    private long from;
    private long to;

    long from() {
        return from;
    }

    /** The offset up to which everything was read. */
    long to() {
        return to;
    }

    int count() {
        return segments.stream().mapToInt(Segment::count).sum();
    }

    long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    /** Forgets everything and begins at another offset. */
    void restart(long offset) {
        segments.clear();
        from = offset;
        to = offset;
    }

    void add(long offset, Order order) {
        if (segments.isEmpty() || segments.getLast().isFull()) {
            segments.add(new Segment());
        }
        segments.getLast().add(offset, order);
        to = offset + 1;
    }

    /** Notes that there is no order up to an offset. */
    void advance(long offset) {
        to = Math.max(to, offset);
    }

    /** Drops segments that are wholly below an offset. */
    void evict(long below) {
        while (!segments.isEmpty() && segments.getFirst().lastOffset() < below) {
            from = segments.removeFirst().lastOffset() + 1;
        }
    }

    void find(UUID id, long begin, ObjLongConsumer<Order> states) {
        for (Segment segment : segments) {
            if (segment.lastOffset() >= begin) {
                segment.find(id, begin, states);
            }
        }
    }

    Optional<Order> first(long begin) {
        return segments.stream()
                .filter(segment -> segment.lastOffset() >= begin)
                .findFirst()
                .flatMap(segment -> segment.first(begin));
    }
}
