package io.ordersync.order.lookup;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests with {@code Prefer: wait} wait for a decision in the shared table.
 *
 * @param interval time between two queries of the table; one query serves all waiting requests; 25 ms by default
 * @param maxWaiters requests that may wait at the same time; a further request gets the current state at once; 1,000 by
 *     default
 */
@Validated
@ConfigurationProperties("order-sync.wait")
record WaitProperties(
        @DefaultValue("25ms") Duration interval,
        @DefaultValue("1000") @Min(1) int maxWaiters) {}
