package io.ordersync.order.jpa;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.NativeQuery;
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

    /**
     * Orders, and the positions of the sink that writes them. InnoDB reads one snapshot for one statement. In two
     * statements the sink could write an order and move its position in between, and the order would be in neither.
     */
    @NativeQuery(value = """
            SELECT order_id, user_id, product_id, qty, unit_price, total_price, status, reason, created_at, updated_at,
                   NULL AS topic_partition, NULL AS topic_id, NULL AS next_offset
            FROM orders WHERE order_id IN (:orderIds)
            UNION ALL
            SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, topic_partition, topic_id, next_offset
            FROM orders_sink_offset WHERE connector = :connector AND topic = :topic""", sqlResultSetMapping = OrderRow.WITH_POSITIONS)
    List<Object[]> withPositions(Collection<UUID> orderIds, String connector, String topic);

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
