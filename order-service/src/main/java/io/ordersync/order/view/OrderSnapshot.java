package io.ordersync.order.view;

import io.ordersync.order.Order;
import io.ordersync.order.Requester;
import java.util.Optional;

/**
 * An order in the shared table and the table's position, read at the same moment. An order that is not in the table is at
 * this position of the log or behind it, or does not exist.
 */
public record OrderSnapshot(Optional<Order> row, ViewPosition position) {

    /** This snapshot as the requester sees it: an order that the requester may not see is not in the table. */
    public OrderSnapshot visibleTo(Requester requester) {
        return new OrderSnapshot(row.filter(requester::maySee), position);
    }

    /** Whether the row has the last state of an order's life. */
    public boolean isLast() {
        return row.filter(order -> order.status().isLast()).isPresent();
    }

    public boolean isDecided() {
        return row.filter(Order::isFinal).isPresent();
    }
}
