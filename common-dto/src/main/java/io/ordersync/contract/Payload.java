package io.ordersync.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an order on the topic, in Connect's types. */
record Payload(
        @Nullable String orderId,
        @Nullable String userId,
        @Nullable String productId,
        @Nullable Integer qty,
        @Nullable Integer unitPrice,
        @Nullable Integer totalPrice,
        @Nullable String status,
        @Nullable String reason,
        @Nullable Long createdAt,
        @Nullable Long updatedAt,
        @Nullable Integer revision) {

    static Payload of(OrderRecord order) {
        return new Payload(
                order.orderId().toString(),
                order.userId(),
                order.productId(),
                order.qty(),
                order.unitPrice(),
                order.totalPrice(),
                order.status().name(),
                order.reason(),
                order.createdAt().toEpochMilli(),
                order.updatedAt().toEpochMilli(),
                order.status().revision());
    }

    OrderRecord toOrder() {
        OrderStatus known = OrderStatus.valueOf(present(status, "status"));
        if (revision != null && revision != known.revision()) { // a record of an older version has none
            throw new IllegalArgumentException("revision " + revision + " does not belong to the status " + known);
        }
        return new OrderRecord(
                UUID.fromString(present(orderId, "order_id")),
                present(userId, "user_id"),
                present(productId, "product_id"),
                present(qty, "qty"),
                present(unitPrice, "unit_price"),
                present(totalPrice, "total_price"),
                known,
                reason,
                Instant.ofEpochMilli(present(createdAt, "created_at")),
                Instant.ofEpochMilli(present(updatedAt, "updated_at")));
    }

    private static <T> T present(@Nullable T value, String field) {
        return requireNonNull(value, () -> field + " is missing");
    }
}
