package io.ordersync.benchmarks.variants;

import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The alternative of {@code accept}: holds the request's thread until the broker has acknowledged. */
@Primary
@Import({ImmediateResponses.class, ParentProcessWatch.class})
final class BlockingOrderLog implements OrderLog {

    private final OrderLog log;

    BlockingOrderLog(@Qualifier("kafkaOrderLog") OrderLog log) {
        this.log = log;
    }

    @Override
    public CompletableFuture<Order> append(Order order) {
        CompletableFuture<Order> appended = log.append(order);
        appended.handle((acknowledged, failure) -> "done").join();
        return appended;
    }
}
