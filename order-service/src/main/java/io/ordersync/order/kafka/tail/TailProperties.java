package io.ordersync.order.kafka.tail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the service reads what the shared table lacks.
 *
 * @param interval the shortest time from one read of the topic to the next; a read serves all requests that came in before
 *     it; 5 ms by default
 * @param timeout how long a request waits for a read; 3 s by default
 * @param maxSize the memory for records that the table lacks, some 80 bytes each; requests that need more of the topic get
 *     503; 48 MB by default
 */
@Validated
@ConfigurationProperties("order-sync.tail")
record TailProperties(
        @DefaultValue("5ms") Duration interval,
        @DefaultValue("3s") Duration timeout,
        @DefaultValue("48MB") DataSize maxSize) {}
