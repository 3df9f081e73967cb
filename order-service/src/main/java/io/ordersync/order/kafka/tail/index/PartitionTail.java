package io.ordersync.order.kafka.tail.index;

import io.ordersync.order.Order;
import io.ordersync.order.kafka.tail.index.TopicEnds.End;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ObjLongConsumer;

/**
 * The orders in the tail of one partition. Up to the last stable offset the settled region has all states. Behind it the
 * open region has requests only: an acknowledged request counts although a transaction before it is open, an outcome does
 * not count until its transaction is committed.
 */
final class PartitionTail {

    private final Region settled = new Region();
    private final Region open = new Region();

    Region settled() {
        return settled;
    }

    Region open() {
        return open;
    }

    int count() {
        return settled.count() + open.count();
    }

    long size() {
        return settled.size() + open.size();
    }

    /** Begins at another offset, unless what was read includes it. */
    void include(long offset) {
        if (offset < settled.from() || offset > settled.to()) {
            settled.restart(offset);
            open.restart(offset);
        }
    }

    void evict(long below) {
        settled.evict(below);
    }

    /** Drops requests of the open region that the settled region has. */
    void dropSettledRequests() {
        if (open.to() < settled.to()) {
            open.restart(settled.to());
        } else {
            open.evict(settled.to());
        }
    }

    boolean reaches(End end) {
        return settled.to() >= end.stable() && Math.max(settled.to(), open.to()) >= end.high();
    }

    void find(UUID id, long from, ObjLongConsumer<Order> states) {
        settled.find(id, from, states);
        open.find(id, Math.max(from, settled.to()), states);
    }

    Optional<Order> first(long from) {
        return settled.first(from).or(() -> open.first(Math.max(from, settled.to())));
    }
}
