package io.ordersync.benchmarks.variants;

import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The limit of {@code accept}: acknowledges an order at once and sends nothing. */
@Primary
@Import({ImmediateResponses.class, ParentProcessWatch.class})
final class ImmediateOrderLog implements OrderLog {

    @Override
    public CompletableFuture<Order> append(Order order) {
        return CompletableFuture.completedFuture(order);
    }
}
