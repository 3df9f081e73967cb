package io.ordersync.order.kafka;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import io.ordersync.order.OrderNotAcknowledged;
import io.ordersync.service.broker.TopicMonitor;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** The log as the topic {@code orders}. An append is complete when all in-sync replicas have the record. */
@Component
@RequiredArgsConstructor
class KafkaOrderLog implements OrderLog {

    private final KafkaTemplate<String, byte[]> kafka;
    private final OrderLogInitializer initializer;
    private final TopicMonitor topics;

    @Override
    public CompletableFuture<Order> append(Order order) {
        return send(order).handle((sent, failure) -> {
            if (failure != null) {
                topics.checkSoon();
                throw OrderNotAcknowledged.of(order.id(), failure);
            }
            return order;
        });
    }

    private CompletableFuture<?> send(Order order) {
        if (!initializer.isDone()) {
            return CompletableFuture.failedFuture(new KafkaException("The order log is not initialized yet"));
        }
        try {
            return kafka.send(Topics.ORDERS, order.id().toString(), OrderEnvelope.write(recordOf(order)));
        } catch (KafkaException refusedAtOnce) {
            return CompletableFuture.failedFuture(refusedAtOnce);
        }
    }

    private static OrderRecord recordOf(Order order) {
        return new OrderRecord(
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
