package io.ordersync.order.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.order.Order;
import io.ordersync.order.OrderLog;
import io.ordersync.order.OrderNotAcknowledged;
import io.ordersync.service.broker.TopicMonitor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;
import org.springframework.stereotype.Component;

/** The log as the topic {@code orders}. An append is complete when all in-sync replicas have the record. */
@Component
@RequiredArgsConstructor
class KafkaOrderLog implements OrderLog {

    /** A producer learns of a new partition within some milliseconds. */
    private static final int METADATA_ATTEMPTS = 40;

    private static final Executor LATER = CompletableFuture.delayedExecutor(25, MILLISECONDS);

    private final KafkaTemplate<String, byte[]> kafka;
    private final OrderLogInitializer initializer;
    private final TopicMonitor topics;
    private final OrdersTopicProperties properties;

    @Override
    public CompletableFuture<Order> append(Order order) {
        return append(order, () -> send(order, null));
    }

    @Override
    public CompletableFuture<Order> append(Order order, int partitions) {
        int partition = Utils.toPositive(Utils.murmur2(order.id().toString().getBytes(UTF_8))) % partitions;
        return append(order, () -> sendTo(order, partition, METADATA_ATTEMPTS));
    }

    private CompletableFuture<Order> append(Order order, Supplier<CompletableFuture<SendResult<String, byte[]>>> send) {
        if (!initializer.isDone()) {
            return CompletableFuture.failedFuture(
                    OrderNotAcknowledged.of(order.id(), new KafkaException("The order log is not initialized yet")));
        }
        return send.get().handle((sent, failure) -> {
            if (failure != null) {
                topics.checkSoon();
                throw OrderNotAcknowledged.of(order.id(), failure);
            }
            return order;
        });
    }

    /** The first send to a partition that was just added fails at once and lets the producer learn of it. */
    private CompletableFuture<SendResult<String, byte[]>> sendTo(Order order, int partition, int attempts) {
        boolean known = knows(partition);
        CompletableFuture<SendResult<String, byte[]>> sent = send(order, partition);
        return known || attempts == 1
                ? sent
                : sent.exceptionallyComposeAsync(unknown -> sendTo(order, partition, attempts - 1), LATER);
    }

    private boolean knows(int partition) {
        try {
            return kafka.partitionsFor(Topics.ORDERS).size() > partition;
        } catch (TimeoutException deletedTopic) {
            return false;
        }
    }

    private CompletableFuture<SendResult<String, byte[]>> send(Order order, @Nullable Integer partition) {
        try {
            byte[] value = properties.format().write(recordOf(order));
            return kafka.send(Topics.ORDERS, partition, order.id().toString(), value);
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
