package io.ordersync.catalog.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import lombok.RequiredArgsConstructor;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Publishes within the listener's transaction; a send that fails makes the commit fail, so no result is waited for. */
@Component
@RequiredArgsConstructor
class OutcomePublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;

    void publish(OrderRecord outcome) {
        kafka.send(Topics.ORDERS, outcome.orderId().toString().getBytes(UTF_8), OrderEnvelope.write(outcome));
    }
}
