package io.ordersync.order.lookup;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import io.ordersync.order.view.LoggedOrders;
import io.ordersync.order.view.OrderSnapshot;
import java.util.Optional;

/** What table and log have of an order. */
public record FoundOrder(OrderSnapshot table, LoggedOrders tail) {

    /** Whether the newest state in the log's tail is a request for cancellation. */
    public boolean isCancellationInTail() {
        return tail.newest()
                .filter(order -> order.status() == OrderStatus.CANCELLING)
                .isPresent();
    }

    /** The newest state of the order; empty if the order does not exist. */
    public Optional<Order> order() {
        return table.row().map(tail::newerOf).or(tail::newest);
    }
}
