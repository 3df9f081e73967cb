package io.ordersync.connect.keeper.stall;

import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.outage.WaitingNote;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds sinks that are RUNNING and do not move. Our sink commits a note with its offsets while it waits. Any other sink does
 * not move if it has left records unread for half a minute without committing an offset, its first offset included.
 */
final class SinkStallCheck implements StallCheck {

    /** Longer than two commits of a worker, which commits offsets every {@code offset.flush.interval.ms}. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    /** Reads positions from the brokers. */
    interface Brokers {

        /**
         * The positions of each group. A group that has committed no offset in a partition has the position 0 if it reads the
         * topic from its start, and no position otherwise.
         *
         * @param readFromStart for each group, whether it reads a topic from its start
         */
        Map<String, Map<TopicPartition, Position>> positions(Map<String, Predicate<String>> readFromStart)
                throws IOException, InterruptedException;

        boolean isAnyUnread(TopicPartition partition, Position position) throws IOException, InterruptedException;
    }

    private final Brokers brokers;
    private final Clock clock;
    private final Map<String, Map<TopicPartition, PartitionProgress>> progress = new HashMap<>();

    SinkStallCheck(Brokers brokers, Clock clock) {
        this.brokers = brokers;
        this.clock = clock;
    }

    @Override
    public Map<String, WaitingNote> find(Collection<RegisteredConnector> connectors)
            throws IOException, InterruptedException {
        Map<String, RegisteredConnector> sinks = connectors.stream()
                .filter(connector -> connector.status().type().equals("sink")
                        && connector.status().isRunningInPart())
                .collect(Collectors.toMap(SinkStallCheck::group, connector -> connector, (first, second) -> first));
        progress.keySet().retainAll(sinks.keySet());
        Map<String, WaitingNote> stalled = new TreeMap<>();
        if (!sinks.isEmpty()) {
            for (var group : brokers.positions(readFromStart(sinks)).entrySet()) {
                RegisteredConnector sink = sinks.get(group.getKey());
                find(sink, group.getKey(), ofReadTopics(sink, group.getValue()))
                        .ifPresent(note -> stalled.put(sink.name(), note));
            }
        }
        return stalled;
    }

    /** A group keeps the offsets of topics that its sink has read under an earlier configuration. */
    private static Map<TopicPartition, Position> ofReadTopics(
            RegisteredConnector sink, Map<TopicPartition, Position> positions) {
        Predicate<String> isRead = SinkTopics.read(sink.definition());
        return positions.entrySet().stream()
                .filter(position -> isRead.test(position.getKey().topic()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Predicate<String>> readFromStart(Map<String, RegisteredConnector> sinks) {
        return sinks.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        sink -> SinkTopics.readFromStart(sink.getValue().definition())));
    }

    /** A sink that has committed a note has also paused partitions without a note: their rest says nothing. */
    private Optional<WaitingNote> find(RegisteredConnector sink, String group, Map<TopicPartition, Position> positions)
            throws IOException, InterruptedException {
        List<WaitingNote> notes = positions.values().stream()
                .map(Position::note)
                .flatMap(Optional::stream)
                .toList();
        if (notes.isEmpty()) {
            return first(findRests(sink, group, positions));
        }
        progress.remove(group);
        return first(notes);
    }

    private List<WaitingNote> findRests(RegisteredConnector sink, String group, Map<TopicPartition, Position> positions)
            throws IOException, InterruptedException {
        List<WaitingNote> rests = new ArrayList<>();
        for (var each : positions.entrySet()) {
            restsSince(group, each.getKey(), each.getValue())
                    .ifPresent(since -> rests.add(new WaitingNote(since, unknownCause(sink, each.getKey()))));
        }
        return rests;
    }

    private static Optional<WaitingNote> first(List<WaitingNote> notes) {
        return notes.stream()
                .min(Comparator.comparing(WaitingNote::since))
                .map(first -> new WaitingNote(first.since(), reasons(notes)));
    }

    private Optional<Instant> restsSince(String group, TopicPartition partition, Position position)
            throws IOException, InterruptedException {
        PartitionProgress partitions = progress.computeIfAbsent(group, name -> new HashMap<>())
                .computeIfAbsent(partition, name -> new PartitionProgress());
        Instant now = clock.instant();
        partitions.update(position, now);
        if (!partitions.isStalledFor(LONGEST_REST, now)) {
            return Optional.empty();
        }
        if (!partitions.isConfirmed()) {
            partitions.confirm(brokers.isAnyUnread(partition, position), position.end());
        }
        return Optional.ofNullable(partitions.unreadSince());
    }

    private static String reasons(List<WaitingNote> notes) {
        return notes.stream().map(WaitingNote::reason).distinct().collect(Collectors.joining("; "));
    }

    private static String unknownCause(RegisteredConnector sink, TopicPartition partition) {
        return "no offset of %s is committed although records are unread. Look for the cause in the log of the worker at %s"
                .formatted(partition.topic(), sink.status().workers());
    }

    private static String group(RegisteredConnector sink) {
        String name = sink.name();
        return Objects.requireNonNullElse(
                sink.definition().config().get("consumer.override.group.id"), "connect-" + name);
    }
}
