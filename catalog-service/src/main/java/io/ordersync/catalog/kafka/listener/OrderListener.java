package io.ordersync.catalog.kafka.listener;

import io.ordersync.catalog.kafka.RecordBytes;
import io.ordersync.catalog.stock.OrderDecisions;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import io.ordersync.contract.UnreadableOrderRecord;
import io.ordersync.service.broker.TopicReplaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Decides each batch of requests and publishes the outcomes. The container runs each batch in a Kafka transaction. The
 * database commits first; then outcomes, dead letters and consumed offsets become visible together. After a crash in
 * between, the batch is delivered again and finds its outcomes in the ledger.
 *
 * <p>It sends nothing before all requests are decided. The first send starts the broker's timeout of the transaction,
 * and a decision may wait longer than that, for a lock or for the database.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class OrderListener extends AbstractConsumerSeekAware {

    private final OrderDecisions decisions;
    private final OutcomePublisher outcomes;
    private final ConsumerRecordRecoverer deadLetters;
    private final ListenerOutage outage;

    /**
     * Reads a topic that was made again from its start. The consumer knows a partition by its name, so it would skip the
     * first records of the new topic, as many as it has read of the old one.
     */
    @EventListener
    void rewind(TopicReplaced event) {
        if (event.topic().equals(Topics.ORDERS)) {
            log.info("Reading the topic {} from its start", event.topic());
            seekToBeginning();
        }
    }

    @KafkaListener(id = "${spring.application.name}", topics = Topics.ORDERS)
    void receive(List<ConsumerRecord<RecordBytes, RecordBytes>> records) {
        outage.batchDelivered();
        List<OrderRequest> requests = new ArrayList<>();
        Map<ConsumerRecord<RecordBytes, RecordBytes>, Exception> unusable = new LinkedHashMap<>();
        for (ConsumerRecord<RecordBytes, RecordBytes> record : records) {
            try {
                OrderRequest.fromRecord(record).ifPresent(requests::add);
            } catch (UnreadableOrderRecord e) {
                unusable.put(record, e);
            }
        }
        List<OrderRecord> decided = decisions.decide(
                requests, OrderRequest::order, (request, cause) -> unusable.put(request.record(), cause));
        decided.forEach(outcomes::publish);
        unusable.forEach(deadLetters::accept);
    }
}
