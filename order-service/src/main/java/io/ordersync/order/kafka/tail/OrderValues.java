package io.ordersync.order.kafka.tail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderFormat;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.UnreadableOrderRecord;
import io.ordersync.order.Order;
import io.ordersync.order.view.LoggedOrder;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the orders in records. A record that is not an order is skipped, as catalog-service puts it aside. */
final class OrderValues {

    private OrderValues() {}

    static Optional<LoggedOrder> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            OrderRecord order = OrderFormat.read(record.value());
            return Arrays.equals(record.key(), order.orderId().toString().getBytes(UTF_8))
                    ? Optional.of(new LoggedOrder(record.partition(), record.offset(), orderOf(order)))
                    : Optional.empty();
        } catch (UnreadableOrderRecord notAnOrder) {
            return Optional.empty();
        }
    }

    private static Order orderOf(OrderRecord order) {
        return new Order(
                order.orderId(),
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
