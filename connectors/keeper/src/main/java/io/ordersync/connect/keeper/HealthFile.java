package io.ordersync.connect.keeper;

import io.ordersync.connect.client.HealthReport;
import io.ordersync.outage.OutageLog;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the keeper's report of each round. */
interface HealthFile {

    Logger log = LoggerFactory.getLogger(HealthFile.class);

    /**
     * @param stalled since when and why sinks do not move, by name; some may not be the keeper's
     * @param lacking which topics connectors lack, by the connector's name
     */
    void write(Collection<KeptConnector> kept, Map<String, WaitingNote> stalled, Map<String, String> lacking);

    static HealthFile none() {
        return (kept, stalled, lacking) -> {};
    }

    static HealthFile at(Path file, Clock clock) {
        OutageLog outage = new OutageLog(log, clock);
        return (kept, stalled, lacking) -> {
            try {
                report(kept, stalled, lacking).write(file);
                outage.ended("The health is reported in " + file);
            } catch (IOException e) {
                outage.failed("The health cannot be reported: " + e);
            }
        };
    }

    private static HealthReport report(
            Collection<KeptConnector> kept, Map<String, WaitingNote> stalled, Map<String, String> lacking) {
        SortedMap<String, String> problems = new TreeMap<>();
        stalled.forEach((name, note) ->
                problems.put(name, "RUNNING, but not moving since %s: %s".formatted(note.since(), note.reason())));
        kept.stream()
                .filter(connector -> connector.problem() != null)
                .forEach(connector -> problems.put(connector.name(), connector.problem()));
        lacking.forEach((name, missing) -> problems.merge(name, missing, "%s. %s"::formatted));
        boolean healthy = kept.stream().map(KeptConnector::name).noneMatch(problems::containsKey);
        return new HealthReport(healthy, problems);
    }
}
