package io.ordersync.order.kafka.tail.index;

import java.util.Map;

/**
 * The topic at one moment.
 *
 * @param topicId the id that Kafka gave the topic when it was created
 * @param partitions the ends of each partition
 */
public record TopicEnds(String topicId, Map<Integer, End> partitions) {

    /**
     * The ends of a partition.
     *
     * @param stable the last stable offset: every transaction below it is committed or aborted
     * @param high the high watermark: every acknowledged record is below it
     */
    public record End(long stable, long high) {}
}
