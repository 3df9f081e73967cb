package io.ordersync.connect.sink.position;

import java.util.Objects;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a task knows about the position of a partition.
 *
 * @param position the position as the task has last read or written it; null before that
 * @param hasRow whether the table has a row with it; without one the position is only the begin of the records
 * @param isKnown whether records may be written from it, and otherwise it has to be read again
 * @param isAligned whether the consumer reads from it on
 * @param isMissing whether the row was absent when it was last read
 * @param isRefused whether the last claim has failed
 * @param topicId the current id of the topic, or null
 */
public record Place(
        @Nullable Position position,
        boolean hasRow,
        boolean isKnown,
        boolean isAligned,
        boolean isMissing,
        boolean isRefused,
        @Nullable String topicId) {

    public static final Place UNKNOWN = new Place(null, false, false, false, false, false, null);

    static Place known(Position position, boolean hasRow, @Nullable String topicId) {
        return new Place(position, hasRow, true, true, false, false, topicId);
    }

    /** The position may have been moved: it has to be read before the next write. */
    public Place doubted(boolean isRefused) {
        return new Place(position, hasRow, false, isAligned, isMissing, isRefused, topicId);
    }

    Place missing() {
        return new Place(position, hasRow, false, isAligned, true, false, topicId);
    }

    /** Whether records from this offset on may be written. Offsets may be left out, but the consumer never goes back. */
    public boolean mayWrite(long first) {
        return isKnown && first >= Objects.requireNonNull(position).offset();
    }

    /** Returns the move after all records before this offset. */
    public Claim claim(TopicPartition partition, long next) {
        Position current = Objects.requireNonNull(position);
        String id = topicId == null ? current.topicId() : topicId;
        return new Claim(partition, hasRow ? current : null, new Position(next, id));
    }

    public Place moved(Claim claim) {
        return known(claim.next(), true, topicId);
    }
}
