package io.ordersync.order.jpa;

import io.ordersync.order.Order;
import io.ordersync.order.Orders;
import io.ordersync.order.UnknownPlaceInOrders;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Newest first means by descending time, and by descending id among orders of one millisecond: so every order has a place
 * of its own, and a page is one range of one index.
 */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
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
    public List<Order> ofUser(String userId, int limit, @Nullable UUID after) {
        return page(userId, Limit.of(limit), after).stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    private List<OrderRow> page(String userId, Limit limit, @Nullable UUID after) {
        if (after == null) {
            return rows.findByUserIdOrderByCreatedAtDescOrderIdDesc(userId, limit);
        }
        OrderRow last =
                rows.findByOrderIdAndUserId(after, userId).orElseThrow(() -> UnknownPlaceInOrders.after(after, userId));
        return rows.findOlderThan(userId, last.createdAt(), after, limit);
    }
}
