package io.ordersync.order.lookup;

import io.ordersync.order.Order;
import io.ordersync.order.view.LoggedOrders;
import io.ordersync.order.view.OrderSnapshot;
import java.util.Optional;

/** What table and log have of an order. */
public record FoundOrder(OrderSnapshot table, LoggedOrders tail) {

    /** The newest state of the order; empty if the order does not exist. */
    public Optional<Order> order() {
        return table.row().map(tail::newerOf).or(tail::newest);
    }
}
