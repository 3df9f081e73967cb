package io.ordersync.order;

import java.util.concurrent.CompletableFuture;

/** The log of order state: what is in it is true for every instance. */
public interface OrderLog {

    /**
     * Appends a state of an order, without holding up the caller.
     *
     * @return the order once it is durably in the log, else {@link OrderNotAcknowledged} within five seconds. It is
     *     completed on a thread that must not be blocked
     */
    CompletableFuture<Order> append(Order order);
}
