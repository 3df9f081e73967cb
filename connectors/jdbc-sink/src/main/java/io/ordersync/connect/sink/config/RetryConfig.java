package io.ordersync.connect.sink.config;

import java.time.Duration;

/**
 * When a failed batch is tried again.
 *
 * @param maxRetries the number of retries after which the task fails; -1 for no limit
 * @param backoff the pause before a retry
 * @param connectionAttempts the number of attempts to connect that count as one retry
 * @param connectionBackoff the pause between attempts to connect
 */
public record RetryConfig(int maxRetries, Duration backoff, int connectionAttempts, Duration connectionBackoff) {}
