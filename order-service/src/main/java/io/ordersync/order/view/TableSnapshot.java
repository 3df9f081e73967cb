package io.ordersync.order.view;

import io.ordersync.order.Order;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders in the shared table and the table's position, read at the same moment. */
public record TableSnapshot(Map<UUID, Order> rows, ViewPosition position) {

    public OrderSnapshot of(UUID id) {
        return new OrderSnapshot(Optional.ofNullable(rows.get(id)), position);
    }
}
