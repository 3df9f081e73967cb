package io.ordersync.order.kafka;

import io.ordersync.contract.Topics;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets the producer learn the topic's partitions before the first request. A send never waits for them
 * ({@code max.block.ms} is 0, so that no request thread can be held), so without this the first orders after a start
 * would be refused. With the broker away the service starts all the same and answers 503 until it is back.
 */
@Slf4j
@Component
@Order(1)
@RequiredArgsConstructor
class ProducerWarmUp implements ApplicationRunner {

    private static final RetryPolicy UNTIL_KNOWN = RetryPolicy.builder()
            .delay(Duration.ofMillis(50))
            .maxRetries(Long.MAX_VALUE)
            .timeout(Duration.ofSeconds(10))
            .build();

    private final KafkaTemplate<String, byte[]> kafka;

    @Override
    public void run(ApplicationArguments args) {
        try {
            new RetryTemplate(UNTIL_KNOWN).execute(() -> kafka.partitionsFor(Topics.ORDERS));
        } catch (RetryException e) {
            log.warn("Kafka does not answer: orders are refused with 503 until it does", e.getCause());
        }
    }
}
