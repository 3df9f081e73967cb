package io.ordersync.operations.deadletters;

import org.apache.kafka.common.TopicPartition;

/** The offsets of a partition that are to be read, the last one excluded. */
record Range(TopicPartition partition, long begin, long end) {

    boolean contains(long offset) {
        return begin <= offset && offset < end;
    }

    Range only(long offset) {
        return new Range(partition, offset, offset + 1);
    }
}
