package io.ordersync.connect.sink.position;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Partitions whose position has to be read.
 *
 * @param places what the task knows about them
 * @param starts where the consumer is, as far as that is known
 */
public record Settling(Map<TopicPartition, Place> places, Map<TopicPartition, Start> starts) {

    /** Returns the topics of which this task has seen no row. If their rows are absent, they have never been there. */
    public List<String> topicsWithoutRow() {
        return topics().stream()
                .filter(topic -> places.entrySet().stream()
                        .noneMatch(place -> place.getKey().topic().equals(topic)
                                && place.getValue().hasRow()))
                .toList();
    }

    public List<String> topics() {
        return places.keySet().stream().map(TopicPartition::topic).distinct().toList();
    }

    /** Decides for each partition how it continues. */
    public Map<TopicPartition, Settled> decide(Reading reading) {
        Map<TopicPartition, Settled> settled = new HashMap<>();
        places.forEach((partition, place) ->
                settled.put(partition, Settled.of(place, partition, reading, starts.get(partition))));
        return settled;
    }

    /** The moves that have to be made before the decisions hold. */
    public static List<Claim> claims(Map<TopicPartition, Settled> settled) {
        return settled.values().stream()
                .map(Settled::claim)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }
}
