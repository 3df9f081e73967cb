package io.ordersync.catalog.kafka;

import io.ordersync.catalog.stock.StockKeeper;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Has each batch of requests decided and publishes the outcomes. The container has begun a Kafka transaction around the
 * batch: the database commits first, then outcomes, dead letters and consumed offsets become visible together. A crash
 * in between delivers the batch again, and it finds its outcomes in the ledger.
 */
@Component
@RequiredArgsConstructor
class OrderListener {

    private final StockKeeper stock;
    private final LockRetry locks;
    private final OutcomePublisher outcomes;
    private final ConsumerRecordRecoverer deadLetters;
    private final ListenerOutage outage;

    @KafkaListener(id = "${spring.application.name}", topics = Topics.ORDERS)
    void onOrders(List<ConsumerRecord<byte[], byte[]>> records) {
        outage.delivered();
        List<OrderRecord> requests =
                records.stream().flatMap(record -> request(record).stream()).toList();
        if (!requests.isEmpty()) {
            Collection<OrderRecord> decided = locks.retry(() -> stock.decide(requests));
            decided.forEach(outcomes::publish);
        }
    }

    private Optional<OrderRecord> request(ConsumerRecord<byte[], byte[]> record) {
        try {
            return OrderRequests.of(record);
        } catch (UnreadableOrderRecord e) {
            deadLetters.accept(record, e);
            return Optional.empty();
        }
    }
}
