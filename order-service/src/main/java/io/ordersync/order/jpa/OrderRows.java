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
 * Each method is one statement, so a transaction would only add round trips. After a lost connection its rollback would
 * fail as well and hide the cause.
 */
@Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
interface OrderRows extends Repository<OrderRow, UUID> {

    Optional<OrderRow> findById(UUID orderId);

    List<OrderRow> findByOrderIdIn(Collection<UUID> orderIds);

    @Query("""
            FROM OrderRow WHERE userId = :userId
            ORDER BY createdAt DESC, orderId DESC""")
    List<OrderRow> newestOf(String userId, Limit limit);

    /** One range of the index. MariaDB does not find this range in a comparison of tuples or in an OR at the top. */
    @Query("""
            FROM OrderRow WHERE userId = :userId
            AND createdAt <= :createdAt AND (createdAt < :createdAt OR orderId < :orderId)
            ORDER BY createdAt DESC, orderId DESC""")
    List<OrderRow> newestOfBefore(String userId, Instant createdAt, UUID orderId, Limit limit);
}
