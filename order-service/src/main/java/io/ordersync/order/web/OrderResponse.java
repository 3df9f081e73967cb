package io.ordersync.order.web;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record OrderResponse(
        UUID orderId,
        String userId,
        String productId,
        int qty,
        int unitPrice,
        int totalPrice,
        OrderStatus status,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    static OrderResponse of(Order order) {
        return new OrderResponse(
                order.id(),
                order.userId(),
                order.productId(),
                order.qty(),
                order.unitPrice(),
                order.totalPrice(),
                order.status(),
                order.reason(),
                order.createdAt(),
                order.updatedAt());
    }
}
