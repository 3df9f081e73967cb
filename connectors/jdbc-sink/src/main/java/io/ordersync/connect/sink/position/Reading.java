package io.ordersync.connect.sink.position;

import io.ordersync.connect.sink.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The positions in the table, and the topics as they are now.
 *
 * @param positions the stored positions; none for a partition without a row
 * @param topics the topics by name; none for a topic about which the brokers have not been asked
 */
public record Reading(Map<TopicPartition, Position> positions, Map<String, Topic> topics) {

    public @Nullable Position position(TopicPartition partition) {
        return positions.get(partition);
    }

    public @Nullable String topicId(TopicPartition partition) {
        Topic topic = topics.get(partition.topic());
        return topic == null ? null : topic.id();
    }

    /**
     * Returns the rows that every partition of a topic gets before the first one gets a position. A partition that has no
     * row later is therefore newer than the table, which may come from a backup.
     */
    public List<Claim> firstRows(Collection<String> names) {
        List<Claim> rows = new ArrayList<>();
        for (String name : names) {
            Topic topic = topics.get(name);
            if (topic != null && !hasRows(name)) {
                for (int partition = 0; partition < topic.partitions(); partition++) {
                    rows.add(new Claim(
                            new TopicPartition(name, partition), null, new Position(Position.OF_GROUP, topic.id())));
                }
            }
        }
        return rows;
    }

    /** Whether the partition is newer than the positions of its topic. */
    boolean isNew(TopicPartition partition) {
        return topics.containsKey(partition.topic()) && hasRows(partition.topic()) && !positions.containsKey(partition);
    }

    private boolean hasRows(String topic) {
        return positions.keySet().stream()
                .anyMatch(partition -> partition.topic().equals(topic));
    }
}
