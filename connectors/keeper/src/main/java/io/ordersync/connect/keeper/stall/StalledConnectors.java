package io.ordersync.connect.keeper.stall;

import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.outage.OutageLog;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every five seconds which connectors do not move, and logs when one stops moving and when it moves again. */
public final class StalledConnectors {

    private static final Logger log = LoggerFactory.getLogger(StalledConnectors.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);

    private final StallCheck check;
    private final Clock clock;
    private final OutageLog brokers;
    private final Map<String, OutageLog> outages = new HashMap<>();
    private Map<String, WaitingNote> stalled = Map.of();
    private Instant next = Instant.MIN;

    public StalledConnectors(StallCheck check, Clock clock) {
        this.check = check;
        this.clock = clock;
        this.brokers = new OutageLog(log, clock);
    }

    /** Returns since when and why each connector does not move, by name; connectors that move are left out. */
    public Map<String, WaitingNote> find(Collection<RegisteredConnector> connectors) throws InterruptedException {
        if (!clock.instant().isBefore(next)) {
            next = clock.instant().plus(INTERVAL);
            update(connectors);
        }
        return stalled;
    }

    private void update(Collection<RegisteredConnector> connectors) throws InterruptedException {
        try {
            Map<String, WaitingNote> found = check.find(connectors);
            brokers.ended("It is known again which connectors move");
            Set.copyOf(outages.keySet()).stream()
                    .filter(name -> !found.containsKey(name))
                    .forEach(name -> outages.remove(name).ended(name + " does not wait any more"));
            found.forEach((name, note) -> outages.computeIfAbsent(name, connector -> new OutageLog(log, clock))
                    .failed("%s is RUNNING and does not move: %s".formatted(name, note), note.since()));
            stalled = found;
        } catch (IOException e) {
            brokers.failed("It is not known which connectors move: " + e.getMessage());
            stalled =
                    withoutBrokers(connectors, "the brokers have not told the keeper the positions: " + e.getMessage());
        }
    }

    /** Without brokers no connector moves. A short outage is not worth a report. */
    private Map<String, WaitingNote> withoutBrokers(Collection<RegisteredConnector> connectors, String reason) {
        Instant since = brokers.begin().orElseThrow();
        return since.plus(LONGEST_OUTAGE).isAfter(clock.instant())
                ? Map.of()
                : connectors.stream()
                        .filter(connector -> connector.status().isRunningInPart())
                        .collect(Collectors.toMap(
                                RegisteredConnector::name, connector -> new WaitingNote(since, reason)));
    }
}
