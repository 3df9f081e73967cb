package io.ordersync.order.jpa;

import io.ordersync.contract.Topics;
import io.ordersync.order.Order;
import io.ordersync.order.view.Orders;
import io.ordersync.order.view.TableSnapshot;
import io.ordersync.order.view.ViewPosition;
import io.ordersync.order.view.ViewPosition.Position;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JpaOrders implements Orders {

    private final OrderRows rows;
    private final PositionRows positionRows;
    private final SinkProperties sink;

    @Override
    public TableSnapshot findAll(Collection<UUID> ids) {
        Map<UUID, Order> orders = new HashMap<>();
        Map<Integer, Position> positions = new HashMap<>();
        for (Object[] result : rows.withPositions(ids, sink.connector(), Topics.ORDERS)) {
            if (result[0] instanceof OrderRow row) {
                Order order = row.toOrder();
                orders.put(order.id(), order);
            } else if (result[1] instanceof PositionRow row) {
                positions.put(row.getTopicPartition(), row.toPosition());
            }
        }
        return new TableSnapshot(orders, new ViewPosition(positions));
    }

    @Override
    public List<Order> ofUser(String userId, int limit, @Nullable Order after) {
        return page(userId, Limit.of(limit), after).stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    @Override
    public ViewPosition position() {
        Map<Integer, Position> positions = new HashMap<>();
        positionRows
                .of(sink.connector(), Topics.ORDERS)
                .forEach(row -> positions.put(row.getTopicPartition(), row.toPosition()));
        return new ViewPosition(positions);
    }

    private List<OrderRow> page(String userId, Limit limit, @Nullable Order after) {
        return after == null
                ? rows.newestOf(userId, limit)
                : rows.newestOfBefore(userId, after.createdAt(), after.id(), limit);
    }
}
