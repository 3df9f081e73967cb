package io.ordersync.order.cancellation;

import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import io.ordersync.order.OrderNotCancellable;
import io.ordersync.order.OrderNotFound;
import io.ordersync.order.OtherUsersOrder;
import io.ordersync.order.Requester;
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
     * Requests the cancellation. Does not append it again while the table lacks it. A request that is in the table is
     * appended again: the topic may have lost it before catalog-service has read it, and a second one changes nothing.
     *
     * @return the order as CANCELLING when this state is in the log. Fails as {@link OrderLookup#byId} and
     *     {@link OrderLog#append(Order)} do, with {@link OrderNotCancellable}, and with {@link OtherUsersOrder} for a
     *     requester who may only see the order
     */
    public CompletableFuture<Order> cancel(UUID id, Requester requester) {
        return lookup.find(id, requester).thenCompose(found -> {
            Order order = found.order().orElseThrow(() -> OrderNotFound.of(id));
            if (!requester.owns(order)) {
                throw OtherUsersOrder.notCancellable();
            }
            return found.isCancellationInTail()
                    ? CompletableFuture.completedFuture(order)
                    : log.append(order.cancelling(clock.instant()));
        });
    }
}
