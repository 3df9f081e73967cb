package io.ordersync.connect.keeper.stall;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.topic.SourceTopics;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Finds our sources that are RUNNING and send nothing. A source that is connected to its database sends a heartbeat every few
 * seconds, also while nothing changes.
 */
final class SourceStallCheck implements StallCheck {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    /** Reads the ends of topics from the brokers. */
    interface Brokers {

        /** The sum of the end offsets of each topic that exists. */
        Map<String, Long> ends(Set<String> topics) throws IOException, InterruptedException;
    }

    /** @param sent the number of records that the source has sent, heartbeats included */
    private record Progress(long sent, Instant since) {}

    private final Brokers brokers;
    private final Clock clock;
    private final Map<String, Progress> progress = new HashMap<>();

    SourceStallCheck(Brokers brokers, Clock clock) {
        this.brokers = brokers;
        this.clock = clock;
    }

    @Override
    public Map<String, WaitingNote> find(Collection<RegisteredConnector> connectors)
            throws IOException, InterruptedException {
        List<RegisteredConnector> sources = connectors.stream()
                .filter(connector -> connector.status().isRunningInPart())
                .filter(connector ->
                        SourceTopics.heartbeatName(connector.definition()).isPresent())
                .toList();
        progress.keySet()
                .retainAll(sources.stream().map(RegisteredConnector::name).toList());
        Map<String, WaitingNote> stalled = new TreeMap<>();
        if (!sources.isEmpty()) {
            Map<String, Long> ends = brokers.ends(sources.stream()
                    .flatMap(source -> topics(source.definition()))
                    .collect(Collectors.toSet()));
            sources.forEach(source -> find(source, ends).ifPresent(note -> stalled.put(source.name(), note)));
        }
        return stalled;
    }

    private Optional<WaitingNote> find(RegisteredConnector source, Map<String, Long> ends) {
        Instant now = clock.instant();
        long sent = topics(source.definition())
                .mapToLong(topic -> ends.getOrDefault(topic, 0L))
                .sum();
        Progress last = progress.get(source.name());
        if (last == null || last.sent() != sent) {
            progress.put(source.name(), new Progress(sent, now));
            return Optional.empty();
        }
        return last.since().plus(LONGEST_SILENCE).isAfter(now)
                ? Optional.empty()
                : Optional.of(new WaitingNote(
                        last.since(),
                        "it has sent no record and no heartbeat. It has no connection to its database, or takes a snapshot."
                                + " Look for the cause in the log of the worker at %s"
                                        .formatted(source.status().workers())));
    }

    private static Stream<String> topics(ConnectorDefinition source) {
        return Stream.concat(
                SourceTopics.heartbeatName(source).stream(),
                SourceTopics.of(source).stream().map(NewTopic::name));
    }
}
