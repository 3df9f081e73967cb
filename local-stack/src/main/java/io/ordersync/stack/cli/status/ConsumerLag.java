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
 * The records that a group has not read. Offsets alone do not tell: a transaction ends with a control record that no
 * consumer ever sees, so a small remainder is looked at before it is called lag.
 */
record ConsumerLag(Admin admin, String bootstrapServers) {

    private static final long WORTH_COUNTING = 10_000;

    long of(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> positions = positions(group);
        Map<TopicPartition, Long> ends = offsets(positions.keySet(), OffsetSpec.latest());
        positions.entrySet().removeIf(each -> each.getValue() >= ends.get(each.getKey()));
        long distance = positions.entrySet().stream()
                .mapToLong(each -> ends.get(each.getKey()) - each.getValue())
                .sum();
        boolean count = distance > 0 && distance <= WORTH_COUNTING;
        return count ? new RecordCount(bootstrapServers).between(positions, ends) : distance;
    }

    /** What the group has committed, and the beginning of every assigned partition where it has not yet. */
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

    /** Ends are where a reader that waits for transactions to end would stop now. */
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
