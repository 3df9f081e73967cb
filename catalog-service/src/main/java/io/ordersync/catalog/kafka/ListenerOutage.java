package io.ordersync.catalog.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs that batches cannot be decided when that begins and when it is over, not with every attempt in between. */
@Slf4j
@Component
@RequiredArgsConstructor
class ListenerOutage {

    private final Clock clock;
    private @Nullable Instant since;
    private boolean rolledBack;

    /** A batch is delivered: if the one before was not rolled back, it was committed, and the outage is over. */
    synchronized void delivered() {
        if (since != null && !rolledBack) {
            log.info(
                    "Orders are decided again after {} s",
                    Duration.between(since, clock.instant()).toSeconds());
            since = null;
        }
        rolledBack = false;
    }

    synchronized void rolledBack(Exception cause) {
        if (since == null) {
            since = clock.instant();
            log.warn(
                    "Orders cannot be decided; trying until they can: {}",
                    rootOf(cause).toString());
        }
        rolledBack = true;
        log.debug("A batch was rolled back", cause);
    }

    private static Throwable rootOf(Exception cause) {
        return NestedExceptionUtils.getMostSpecificCause(cause);
    }
}
