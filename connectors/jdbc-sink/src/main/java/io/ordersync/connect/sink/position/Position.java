package io.ordersync.connect.sink.position;

import org.jspecify.annotations.Nullable;

/**
 * A place in a partition. Every record before it is in the database or among the dead letters.
 *
 * @param offset the offset of the next record
 * @param topicId the id of the topic, which tells a topic from an earlier one of its name; null if it is not known
 */
public record Position(long offset, @Nullable String topicId) {

    @Override
    public String toString() {
        return topicId == null ? Long.toString(offset) : offset + " of topic id " + topicId;
    }
}
