package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the producer learn the topic's partitions before the first request. A send does not wait for them, since
 * {@code max.block.ms} is 0 to keep request threads free. Without the warm-up the first orders would fail.
 */
@Component
@RequiredArgsConstructor
class ProducerWarmUp {

    private static final RetryPolicy UNTIL_KNOWN = RetryPolicy.builder()
            .delay(Duration.ofMillis(50))
            .maxRetries(Long.MAX_VALUE)
            .timeout(Duration.ofSeconds(10))
            .build();

    private final KafkaTemplate<String, byte[]> kafka;

    /** @throws RetryException if the broker does not answer within ten seconds */
    void warmUp() throws RetryException {
        new RetryTemplate(UNTIL_KNOWN).execute(() -> kafka.partitionsFor(Topics.ORDERS));
    }
}
