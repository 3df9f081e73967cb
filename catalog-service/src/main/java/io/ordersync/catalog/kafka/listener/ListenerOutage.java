package io.ordersync.catalog.kafka.listener;

import io.ordersync.outage.OutageLog;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs the begin and the end of an outage during which no batch can be decided. */
@Slf4j
@Component
class ListenerOutage {

    private final OutageLog outage;
    private boolean rolledBack;

    ListenerOutage(Clock clock) {
        outage = new OutageLog(log, clock);
    }

    /** Ends the outage if the previous batch was not rolled back, because then it was committed. */
    synchronized void batchDelivered() {
        if (!rolledBack) {
            outage.ended("Orders are decided again");
        }
        rolledBack = false;
    }

    synchronized void batchRolledBack(Exception cause) {
        outage.failed(
                "Orders cannot be decided; trying until they can: " + NestedExceptionUtils.getMostSpecificCause(cause));
        log.debug("A batch was rolled back", cause);
        rolledBack = true;
    }
}
