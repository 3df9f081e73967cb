package io.ordersync.order.jpa;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
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
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class OrderRow {

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

    Instant createdAt() {
        return createdAt;
    }

    Order toOrder() {
        return new Order(orderId, userId, productId, qty, unitPrice, totalPrice, status, reason, createdAt, updatedAt);
    }
}
