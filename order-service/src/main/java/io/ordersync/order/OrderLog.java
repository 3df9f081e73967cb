package io.ordersync.order;

import java.util.concurrent.CompletableFuture;

/** The log of all states of all orders. Every instance reads the same log. */
public interface OrderLog {

    /**
     * Appends a state of an order without blocking the caller.
     *
     * @return the order when it is durably in the log. Fails with {@link OrderNotAcknowledged} within five seconds. The
     *     future completes on a thread that must not block
     */
    CompletableFuture<Order> append(Order order);

    /**
     * Appends a new order as {@link #append(Order)} does, to the partition that its id has among so many partitions. All
     * instances choose the same one, although partitions may have been added that some of them have not learned of. A log
     * without partitions appends it as any other.
     */
    default CompletableFuture<Order> append(Order order, int partitions) {
        return append(order);
    }
}
