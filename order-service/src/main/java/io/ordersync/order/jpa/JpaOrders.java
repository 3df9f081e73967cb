package io.ordersync.order.jpa;

import io.ordersync.order.Order;
import io.ordersync.order.Orders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class JpaOrders implements Orders {

    private final OrderRows rows;

    @Override
    public Optional<Order> find(UUID id) {
        return rows.findById(id).map(OrderRow::toOrder);
    }

    @Override
    public List<Order> findAll(Collection<UUID> ids) {
        return rows.findByOrderIdIn(ids).stream().map(OrderRow::toOrder).toList();
    }

    @Override
    public List<Order> ofUser(String userId, int limit, @Nullable Order after) {
        return page(userId, Limit.of(limit), after).stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    private List<OrderRow> page(String userId, Limit limit, @Nullable Order after) {
        return after == null
                ? rows.newestOf(userId, limit)
                : rows.newestOfBefore(userId, after.createdAt(), after.id(), limit);
    }
}
