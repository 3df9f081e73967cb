package io.ordersync.order;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests wait for the shared table.
 *
 * @param interval time between two looks at the table, for all waiting requests together; 25 ms by default
 * @param maxWaiters requests that may wait at the same time; a further one is answered at once with what is known, or
 *     that nothing is. 1,000 by default
 * @param newOrder how long a request for an order that was made just now waits for its row; 5 s by default
 * @param keyedOrder how long a new order with an idempotency key is waited for to be decided, since only then it is known
 *     whether the key came with another order at the same moment. When the time is up the order is answered undecided;
 *     2 s by default
 */
@Validated
@ConfigurationProperties("order-sync.wait")
record WaitProperties(
        @DefaultValue("25ms") Duration interval,
        @DefaultValue("1000") @Min(1) int maxWaiters,
        @DefaultValue("5s") Duration newOrder,
        @DefaultValue("2s") Duration keyedOrder) {}
