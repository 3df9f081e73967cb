package io.ordersync.connect.sink;

import io.ordersync.connect.sink.config.SinkConfig;
import io.ordersync.connect.sink.db.Fault;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.connect.errors.ConnectException;

/** Says how long to wait before the next attempt, and when the user no longer wants one. */
final class RetrySchedule {

    private final SinkConfig config;
    private int connections;
    private int retries;

    RetrySchedule(SinkConfig config) {
        this.config = config;
    }

    /** @throws ConnectException if max.retries has been used up */
    Duration afterFailure(SQLException cause) {
        if (Fault.of(cause) == Fault.CONNECTION && ++connections % config.connectionAttempts() != 0) {
            return config.connectionBackoff();
        }
        if (config.maxRetries() >= 0 && retries >= config.maxRetries()) {
            throw new ConnectException(
                    "given up after " + retries + " retries (max.retries): " + cause.getMessage(), cause);
        }
        retries++;
        return config.retryBackoff();
    }

    void afterSuccess() {
        connections = 0;
        retries = 0;
    }
}
