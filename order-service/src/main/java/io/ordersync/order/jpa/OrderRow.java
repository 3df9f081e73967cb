package io.ordersync.order.jpa;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "orders")
@SqlResultSetMapping(
        name = OrderRow.WITH_POSITIONS,
        entities = {@EntityResult(entityClass = OrderRow.class), @EntityResult(entityClass = PositionRow.class)})
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class OrderRow {

    /** Each result is an order or a position; the other one is null. */
    static final String WITH_POSITIONS = "OrderRow.withPositions";

    @Id
    private UUID orderId;

    private String userId;
    private String productId;
    private int qty;
    private int unitPrice;
    private int totalPrice;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    private @Nullable String reason;
    private Instant createdAt;
    private Instant updatedAt;

    Order toOrder() {
        return new Order(orderId, userId, productId, qty, unitPrice, totalPrice, status, reason, createdAt, updatedAt);
    }
}
