package io.ordersync.catalog.kafka;

import io.ordersync.catalog.stock.StockKeeper;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Has each batch of orders decided and publishes the outcomes. The container has begun a Kafka transaction around the
 * batch: the database commits first, then outcomes, dead letters and consumed offsets become visible together. A crash
 * in between delivers the batch again, and it finds its outcomes in the ledger.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class OrderListener {

    private final StockKeeper stock;
    private final OutcomePublisher outcomes;
    private final ConsumerRecordRecoverer deadLetters;

    @KafkaListener(id = "${spring.application.name}", topics = Topics.ORDERS)
    void onOrders(List<ConsumerRecord<byte[], byte[]>> records) {
        List<OrderRecord> pending = records.stream()
                .flatMap(record -> read(record).stream())
                .filter(order -> order.status() == OrderStatus.PENDING)
                .toList();
        if (!pending.isEmpty()) {
            List<OrderRecord> decided = stock.decide(pending);
            decided.forEach(outcomes::publish);
            log.debug("Decided {} orders", decided.size());
        }
    }

    private Optional<OrderRecord> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(OrderRecordReader.read(record));
        } catch (UnreadableOrderRecord e) {
            deadLetters.accept(record, e);
            return Optional.empty();
        }
    }
}
