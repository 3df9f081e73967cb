package io.ordersync.connect.sink.position;

import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** The stored positions of some partitions are not the expected ones. */
public final class PositionMovedException extends Exception {

    private final transient Set<TopicPartition> partitions;

    PositionMovedException(Set<TopicPartition> partitions) {
        super("The position was moved in the table: " + partitions);
        this.partitions = Set.copyOf(partitions);
    }

    public Set<TopicPartition> partitions() {
        return partitions;
    }
}
