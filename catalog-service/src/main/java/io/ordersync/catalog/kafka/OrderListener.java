package io.ordersync.catalog.kafka;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Has each batch of requests decided and publishes the outcomes. The container has begun a Kafka transaction around the
 * batch: the database commits first, then outcomes, dead letters and consumed offsets become visible together. A crash
 * in between delivers the batch again, and it finds its outcomes in the ledger.
 *
 * <p>Nothing is sent before all is decided. With the first send the broker's clock for the transaction starts, and a
 * decision may have to wait longer than that, for a lock or for the database.
 */
@Component
@RequiredArgsConstructor
class OrderListener {

    private final Decisions decisions;
    private final OutcomePublisher outcomes;
    private final ConsumerRecordRecoverer deadLetters;
    private final ListenerOutage outage;

    @KafkaListener(id = "${spring.application.name}", topics = Topics.ORDERS)
    void onOrders(List<ConsumerRecord<RecordBytes, RecordBytes>> records) {
        outage.delivered();
        List<OrderRequest> requests = new ArrayList<>();
        Map<ConsumerRecord<RecordBytes, RecordBytes>, Exception> unusable = new LinkedHashMap<>();
        for (ConsumerRecord<RecordBytes, RecordBytes> record : records) {
            try {
                OrderRequest.in(record).ifPresent(requests::add);
            } catch (UnreadableOrderRecord e) {
                unusable.put(record, e);
            }
        }
        List<OrderRecord> decided = decisions.on(requests, (request, cause) -> unusable.put(request.record(), cause));
        decided.forEach(outcomes::publish);
        unusable.forEach(deadLetters::accept);
    }
}
