package io.ordersync.connect.sink.position;

import org.jspecify.annotations.Nullable;

/**
 * A place in a partition. Every record before it is in the database or among the dead letters.
 *
 * @param offset the offset of the next record; -1 before the first record that the sink has seen
 * @param topicId the id of the topic, which tells a topic from an earlier one of its name; null if it is not known
 */
public record Position(long offset, @Nullable String topicId) {

    /** The offset of a row that says: begin where the consumer group does. */
    static final long OF_GROUP = -1;

    /** Whether the consumer group says where to begin. */
    public boolean isOfGroup() {
        return offset == OF_GROUP;
    }

    @Override
    public String toString() {
        return topicId == null ? Long.toString(offset) : offset + " of topic id " + topicId;
    }
}
