package io.ordersync.operations.deadletters.topic;

import org.apache.kafka.common.TopicPartition;

/** Offsets of one partition, from {@code begin} to the one before {@code end}. */
record OffsetRange(TopicPartition partition, long begin, long end) {

    boolean contains(long offset) {
        return begin <= offset && offset < end;
    }

    OffsetRange only(long offset) {
        return new OffsetRange(partition, offset, offset + 1);
    }
}
