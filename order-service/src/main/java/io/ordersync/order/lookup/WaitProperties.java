package io.ordersync.order.lookup;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests wait for a state in the shared table.
 *
 * @param interval time between two queries of the table; one query serves all waiting requests; 25 ms by default
 * @param maxWaiters requests that may wait at the same time; a further request gets the current state at once, or 503 if
 *     the order is not in the table yet; 1,000 by default
 * @param newOrder how long a request waits for the row of an order that was accepted a moment ago; 5 s by default
 * @param keyedOrder how long a new order with an idempotency key waits for its decision, which shows whether another order
 *     had the same key at the same moment; after this time the order is returned undecided; 2 s by default
 */
@Validated
@ConfigurationProperties("order-sync.wait")
public record WaitProperties(
        @DefaultValue("25ms") Duration interval,
        @DefaultValue("1000") @Min(1) int maxWaiters,
        @DefaultValue("5s") Duration newOrder,
        @DefaultValue("2s") Duration keyedOrder) {}
