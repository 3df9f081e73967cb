package io.ordersync.connect.sink.outage;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.sink.config.RetryConfig;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.connect.errors.ConnectException;

/** Decides how long to wait before the next attempt, and when to give up. */
final class RetrySchedule {

    private final RetryConfig config;
    private int connections;
    private int retries;

    RetrySchedule(RetryConfig config) {
        this.config = config;
    }

    /** @throws ConnectException if max.retries has been used up */
    Duration pauseAfter(SQLException cause) {
        if (Fault.of(cause) == Fault.CONNECTION && ++connections % config.connectionAttempts() != 0) {
            return config.connectionBackoff();
        }
        if (config.maxRetries() >= 0 && retries >= config.maxRetries()) {
            throw new ConnectException(
                    "The database cannot be written, and max.retries=" + retries + " is used up: " + cause.getMessage(),
                    cause);
        }
        retries++;
        return config.backoff();
    }

    void reset() {
        connections = 0;
        retries = 0;
    }
}
