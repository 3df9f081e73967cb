package io.ordersync.order.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Each method is one statement, so a transaction around it would add nothing but round trips: and a rollback, which on a
 * lost connection fails as well, and hides why.
 */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
interface OrderRows extends Repository<OrderRow, UUID> {

    Optional<OrderRow> findById(UUID orderId);

    List<OrderRow> findByOrderIdIn(Collection<UUID> orderIds);

    @Query("""
            FROM OrderRow WHERE userId = :userId
            ORDER BY createdAt DESC, orderId DESC""")
    List<OrderRow> newestOf(String userId, Limit limit);

    /** One range of the index: MariaDB does not see one in a comparison of tuples, nor in an OR at the top. */
    @Query("""
            FROM OrderRow WHERE userId = :userId
            AND createdAt <= :createdAt AND (createdAt < :createdAt OR orderId < :orderId)
            ORDER BY createdAt DESC, orderId DESC""")
    List<OrderRow> newestOfBefore(String userId, Instant createdAt, UUID orderId, Limit limit);
}
