package io.ordersync.order.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRows extends Repository<OrderRow, UUID> {

    Optional<OrderRow> findById(UUID orderId);

    Optional<OrderRow> findByOrderIdAndUserId(UUID orderId, String userId);

    List<OrderRow> findByOrderIdIn(Collection<UUID> orderIds);

    List<OrderRow> findByUserIdOrderByCreatedAtDescOrderIdDesc(String userId, Limit limit);

    /** The first condition on the time follows from the second, and makes the page a range of the index. */
    @Query("""
            SELECT o FROM OrderRow o
            WHERE o.userId = :userId AND o.createdAt <= :createdAt
              AND (o.createdAt < :createdAt OR o.orderId < :orderId)
            ORDER BY o.createdAt DESC, o.orderId DESC""")
    List<OrderRow> findOlderThan(String userId, Instant createdAt, UUID orderId, Limit limit);
}
