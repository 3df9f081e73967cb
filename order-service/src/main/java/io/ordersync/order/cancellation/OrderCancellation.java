package io.ordersync.order.cancellation;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import io.ordersync.order.OrderNotCancellable;
import io.ordersync.order.lookup.OrderLookup;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Requests the cancellation of orders; catalog-service decides about it. */
@Service
@RequiredArgsConstructor
public class OrderCancellation {

    private final OrderLookup lookup;
    private final OrderLog log;
    private final Clock clock;

    /**
     * Requests the cancellation once: an order that is CANCELLING already is returned unchanged.
     *
     * @return the order as CANCELLING when this state is in the log. Fails as {@link OrderLookup#newest} and
     *     {@link OrderLog#append(Order)} do, and with {@link OrderNotCancellable}
     */
    public CompletableFuture<Order> cancel(UUID id) {
        return lookup.newest(id)
                .thenCompose(order -> order.status() == OrderStatus.CANCELLING
                        ? CompletableFuture.completedFuture(order)
                        : log.append(order.cancelling(clock.instant())));
    }
}
