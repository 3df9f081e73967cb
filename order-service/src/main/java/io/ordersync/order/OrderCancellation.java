package io.ordersync.order;

import io.ordersync.contract.OrderStatus;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Asks for the cancellation of orders; catalog-service decides it. */
@Service
@RequiredArgsConstructor
public class OrderCancellation {

    private final OrderLookup lookup;
    private final OrderLog log;
    private final Clock clock;

    /**
     * Asks once: an order whose cancellation is under way is returned as it is.
     *
     * @return the order as CANCELLING once that is in the log; else what {@link OrderLookup#byId} or
     *     {@link OrderLog#append} fails with, or {@link OrderNotCancellable}
     */
    public CompletableFuture<Order> cancel(UUID id) {
        return lookup.byId(id)
                .thenCompose(order -> order.status() == OrderStatus.CANCELLING
                        ? CompletableFuture.completedFuture(order)
                        : log.append(order.cancelling(clock.instant())));
    }
}
