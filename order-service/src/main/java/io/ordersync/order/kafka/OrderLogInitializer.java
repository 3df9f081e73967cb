package io.ordersync.order.kafka;

import io.ordersync.service.broker.TopicMonitor;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Prepares the order log: makes its topic and lets the producer learn the partitions. Until then the service reads orders
 * and rejects new ones with 503.
 */
@Component
@RequiredArgsConstructor
class OrderLogInitializer {

    private final TopicMonitor topics;
    private final ProducerWarmUp producer;
    private volatile boolean done;

    /** Whether orders can be appended. An earlier send could make the broker create the topic with its defaults. */
    boolean isDone() {
        return done;
    }

    void initialize() throws Exception {
        topics.start();
        producer.warmUp();
        done = true;
    }
}
