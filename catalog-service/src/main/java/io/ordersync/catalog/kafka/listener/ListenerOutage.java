package io.ordersync.catalog.kafka.listener;

import io.ordersync.outage.OutageLog;
import io.ordersync.service.broker.TopicMonitor;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Logs the begin and the end of an outage during which no batch can be decided. */
@Slf4j
@Component
class ListenerOutage {

    private final OutageLog outage;
    private final TopicMonitor topics;
    private boolean rolledBack;

    ListenerOutage(Clock clock, TopicMonitor topics) {
        this.topics = topics;
        outage = new OutageLog(log, clock);
    }

    /** Ends the outage if the previous batch was not rolled back, because then it was committed. */
    synchronized void batchDelivered() {
        if (!rolledBack) {
            outage.ended("Orders are decided again");
        }
        rolledBack = false;
    }

    /** A topic may be missing, so they are checked. */
    synchronized void batchRolledBack(Exception cause) {
        topics.checkSoon();
        outage.failed(
                "Orders cannot be decided; trying until they can: " + NestedExceptionUtils.getMostSpecificCause(cause));
        log.debug("A batch was rolled back", cause);
        rolledBack = true;
    }
}
