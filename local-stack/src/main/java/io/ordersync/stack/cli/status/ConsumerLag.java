package io.ordersync.stack.cli.status;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets that a group has not read. Each transaction ends with a marker that takes an offset, too: the lag is the
 * number of records or larger.
 */
record ConsumerLag(Admin admin) {

    long measure(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> positions = positions(group);
        Map<TopicPartition, Long> ends = offsets(positions.keySet(), OffsetSpec.latest());
        return positions.entrySet().stream()
                .mapToLong(each -> Math.max(0, ends.get(each.getKey()) - each.getValue()))
                .sum();
    }

    /** The committed offset of each partition, or its first offset if the group has committed none. */
    private Map<TopicPartition, Long> positions(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        positions.put(partition, offset.offset());
                    }
                });
        Set<TopicPartition> untouched = new HashSet<>(assigned(group));
        untouched.removeAll(positions.keySet());
        positions.putAll(offsets(untouched, OffsetSpec.earliest()));
        return positions;
    }

    private Collection<TopicPartition> assigned(String group) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .toList();
    }

    /** The last offset is the one up to which a consumer with {@code read_committed} can read. */
    private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        return admin
                .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }
}
