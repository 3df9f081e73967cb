package io.ordersync.connect.sink.position;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The positions in the table, and the topics as they are now.
 *
 * @param positions the stored positions; none for a partition without a row
 * @param topicIds the ids by topic; none for a topic whose id is not known
 */
public record Reading(Map<TopicPartition, Position> positions, Map<String, String> topicIds) {

    public @Nullable Position position(TopicPartition partition) {
        return positions.get(partition);
    }

    public @Nullable String topicId(TopicPartition partition) {
        return topicIds.get(partition.topic());
    }
}
