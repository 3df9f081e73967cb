package io.ordersync.order.jpa;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface OrderRows extends Repository<OrderRow, UUID> {

    Optional<OrderRow> findById(UUID orderId);

    List<OrderRow> findByOrderIdIn(Collection<UUID> orderIds);

    List<OrderRow> findByUserIdOrderByOrderIdDesc(String userId, Limit limit);

    List<OrderRow> findByUserIdAndOrderIdLessThanOrderByOrderIdDesc(String userId, UUID after, Limit limit);
}
