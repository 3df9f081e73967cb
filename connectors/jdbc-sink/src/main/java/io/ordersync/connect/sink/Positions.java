package io.ordersync.connect.sink;

import io.ordersync.connect.sink.position.Claim;
import io.ordersync.connect.sink.position.Place;
import io.ordersync.connect.sink.position.Position;
import io.ordersync.connect.sink.position.Settled;
import io.ordersync.connect.sink.position.Settling;
import io.ordersync.connect.sink.position.Start;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the assigned partitions, and the seeks that bring the consumer there. A seek is asked for within
 * {@code put} or {@code open} only: the worker executes it then before the partitions can be revoked.
 */
final class Positions {

    private final SinkTaskContext context;
    private final SinkMetrics metrics;
    private final PositionLog log = new PositionLog();
    private final Map<TopicPartition, Place> places = new HashMap<>();
    private final Map<TopicPartition, Long> seeks = new HashMap<>();

    /** Partitions whose seek the worker executes before its next call of {@code put}. */
    private final Set<TopicPartition> rewinding = new HashSet<>();

    Positions(SinkTaskContext context, SinkMetrics metrics) {
        this.context = context;
        this.metrics = metrics;
    }

    void assign(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> set(partition, Place.UNKNOWN));
        forgetSeeks(partitions);
    }

    void revoke(Collection<TopicPartition> partitions) {
        partitions.forEach(places::remove);
        forgetSeeks(partitions);
        metrics.removePositions(partitions);
    }

    private void forgetSeeks(Collection<TopicPartition> partitions) {
        seeks.keySet().removeAll(partitions);
        rewinding.removeAll(partitions);
    }

    /** The worker has executed the seeks: what it delivers now, and what it calls consumed, comes after them. */
    void rewound() {
        rewinding.clear();
    }

    /** Asks for the seeks that are due, and returns their partitions. The records they have delivered must be dropped. */
    Set<TopicPartition> seek() {
        if (seeks.isEmpty()) {
            return Set.of();
        }
        Map<TopicPartition, Long> due = Map.copyOf(seeks);
        seeks.clear();
        context.offset(due);
        rewinding.addAll(due.keySet());
        metrics.recordSeeks(due.size());
        return due.keySet();
    }

    boolean areSettled(Map<TopicPartition, Extents.Extent> extents) {
        return extents.entrySet().stream()
                .allMatch(extent ->
                        place(extent.getKey()).mayWrite(extent.getValue().first()));
    }

    /** Returns the moves of a transaction with these records. */
    List<Claim> claims(Map<TopicPartition, Extents.Extent> extents) {
        return extents.entrySet().stream()
                .map(extent -> place(extent.getKey())
                        .claim(extent.getKey(), extent.getValue().last() + 1))
                .toList();
    }

    void committed(List<Claim> claims) {
        for (Claim claim : claims) {
            places.computeIfPresent(claim.partition(), (partition, place) -> place.moved(claim));
            metrics.recordPosition(claim.partition(), claim.next().offset());
        }
    }

    /** Another writer has moved these positions. */
    void overtaken(Collection<TopicPartition> partitions) {
        metrics.recordOvertaken();
        partitions.forEach(partition -> places.computeIfPresent(partition, (p, place) -> place.doubted(true)));
    }

    /** Returns the partitions that have to be read before these records can be written. */
    Settling settling(Map<TopicPartition, Extents.Extent> extents) {
        Map<TopicPartition, Start> starts = new HashMap<>();
        extents.forEach((partition, extent) -> starts.put(partition, new Start(extent.first(), false)));
        return settling(starts.keySet(), starts);
    }

    /** Returns the partitions among these whose position can be compared with where the consumer is. */
    Settling idle(Map<TopicPartition, Long> consumed) {
        Map<TopicPartition, Start> starts = new HashMap<>();
        consumed.forEach((partition, offset) -> {
            if (isInStep(partition)) {
                starts.put(partition, new Start(offset, true));
            }
        });
        return settling(starts.keySet(), starts);
    }

    /** Returns partitions about which only the table is known yet. */
    Settling settling(Collection<TopicPartition> partitions, Map<TopicPartition, Start> starts) {
        Map<TopicPartition, Place> known = new HashMap<>();
        partitions.forEach(partition -> known.put(partition, place(partition)));
        return new Settling(known, starts);
    }

    /** Takes over decisions, except for partitions about which more is known by now. Seeks that follow are due. */
    @Nullable
    String apply(Settling settling, Map<TopicPartition, Settled> settled) {
        String waiting = null;
        for (Map.Entry<TopicPartition, Settled> entry : settled.entrySet()) {
            TopicPartition partition = entry.getKey();
            Settled decision = entry.getValue();
            if (place(partition) != settling.places().get(partition)) {
                continue;
            }
            set(partition, decision.place());
            if (decision.seek() != null) {
                seeks.put(partition, decision.seek());
            }
            waiting = decision.waiting() == null ? waiting : decision.waiting();
            log.report(decision);
        }
        return waiting;
    }

    /** Whether what the worker calls consumed lies on the way that the position goes. */
    boolean isInStep(TopicPartition partition) {
        return places.containsKey(partition) && !seeks.containsKey(partition) && !rewinding.contains(partition);
    }

    /** Returns the offset up to which everything is written, or null if it is not known. */
    @Nullable
    Long writtenUpTo(TopicPartition partition) {
        Place place = place(partition);
        return place.isKnown() && place.position() != null && !place.position().isOfGroup()
                ? (Long) place.position().offset()
                : null;
    }

    /** Returns the rows that the table has, as far as the task knows. */
    Map<TopicPartition, Position> rows() {
        Map<TopicPartition, Position> rows = new HashMap<>();
        places.forEach((partition, place) -> {
            if (place.hasRow()) {
                rows.put(partition, place.position());
            }
        });
        return rows;
    }

    boolean hasSeeks() {
        return !seeks.isEmpty();
    }

    private Place place(TopicPartition partition) {
        return places.getOrDefault(partition, Place.UNKNOWN);
    }

    private void set(TopicPartition partition, Place place) {
        places.put(partition, place);
        metrics.recordPosition(
                partition,
                place.isKnown() && place.position() != null ? place.position().offset() : -1);
    }
}
