package io.ordersync.order.view;

import io.ordersync.order.Requester;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The end of the log, which the shared table may lack. */
public interface OrderTail {

    /**
     * The states of an order that this instance has read before. Reads nothing and never blocks.
     *
     * @param position the position of the table
     */
    LoggedOrders known(UUID id, ViewPosition position);

    /**
     * Reads the log from the position of the table to the end that the log has after this call. All calls share one read.
     * Requests count as soon as they are acknowledged, outcomes once they are committed.
     *
     * @param requester states that the requester may not see are not in the log
     * @return the states of the order; none if the log has none. Fails with {@link ViewBehind} if the tail is too long or
     *     the broker does not answer in time. The future completes on a thread that must not block
     */
    CompletableFuture<LoggedOrders> read(UUID id, Requester requester, ViewPosition position);

    /**
     * Reads the log as {@link #read} does.
     *
     * @return when the oldest state was written that the table lacks; empty if the table lacks none. Fails as {@link #read}
     *     does
     */
    CompletableFuture<Optional<Instant>> oldestMissing(ViewPosition position);
}
