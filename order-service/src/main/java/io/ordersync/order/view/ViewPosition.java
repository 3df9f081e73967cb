package io.ordersync.order.view;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the shared table follows the log: every record below these offsets is in the table, or was refused by it.
 *
 * @param partitions the position in each partition; a partition without a position is read from its beginning
 */
public record ViewPosition(Map<Integer, Position> partitions) {

    /**
     * The position in one partition.
     *
     * @param topicId the topic that the offset belongs to, or null if that is not known
     * @param nextOffset the first offset that the table may lack
     */
    public record Position(@Nullable String topicId, long nextOffset) {

        private boolean belongsTo(String topic) {
            return topicId == null || topicId.equals(topic);
        }
    }

    /**
     * The first offset of a partition that the table may lack.
     *
     * @param topicId the topic as it is now; an offset of another topic of the same name does not count
     * @param end the end of the partition; an offset behind it belongs to records that the topic has lost
     */
    public long offsetIn(int partition, String topicId, long end) {
        Position position = partitions.get(partition);
        return position == null || !position.belongsTo(topicId) || position.nextOffset() > end
                ? 0
                : Math.max(0, position.nextOffset()); // negative before the sink's first record
    }
}
