package io.ordersync.catalog.kafka.listener;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.Topics;
import lombok.RequiredArgsConstructor;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends outcomes in the listener's transaction. It does not wait for a send, because the commit fails if a send fails. */
@Component
@RequiredArgsConstructor
class OutcomePublisher {

    private final KafkaTemplate<byte[], byte[]> kafka;
    private final OrdersTopicProperties properties;

    void publish(OrderRecord outcome) {
        byte[] key = outcome.orderId().toString().getBytes(UTF_8);
        kafka.send(Topics.ORDERS, key, properties.format().write(outcome));
    }
}
