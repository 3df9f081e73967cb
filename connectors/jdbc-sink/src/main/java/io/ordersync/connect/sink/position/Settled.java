package io.ordersync.connect.sink.position;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How a partition continues after its position was read.
 *
 * @param place what the task knows now
 * @param claim a move of the position that has to be made first, or null
 * @param seek the offset from which the consumer has to read, or null if it reads on
 * @param isUnusual whether an operator should know why
 * @param reason a sentence about the seek or the move; empty if nothing has happened
 * @param waiting why nothing can be written yet, or null
 */
public record Settled(
        Place place,
        @Nullable Claim claim,
        @Nullable Long seek,
        boolean isUnusual,
        String reason,
        @Nullable String waiting) {

    private static Settled of(
            Place place, @Nullable Claim claim, @Nullable Long seek, boolean isUnusual, String reason) {
        return new Settled(place, claim, seek, isUnusual, reason, null);
    }

    static Settled known(Place place) {
        return of(place, null, null, false, "");
    }

    static Settled moved(Place place, Claim claim) {
        return of(place.moved(claim), claim, null, false, "");
    }

    static Settled movedBack(Place place, Claim claim, String reason) {
        return of(place.moved(claim), claim, null, true, reason);
    }

    /** The topic is another one: its position becomes its begin. */
    static Settled begun(Place place, Claim claim, String reason) {
        return of(place.moved(claim), claim, claim.next().offset(), true, reason);
    }

    static Settled sought(Place place, long offset, boolean isUnusual, String reason) {
        return of(place, null, offset, isUnusual, reason);
    }

    static Settled waiting(Place place, String why) {
        return new Settled(place, null, null, false, "", why);
    }

    /** Decides how the partition continues. */
    static Settled of(Place place, TopicPartition partition, Reading reading, @Nullable Start start) {
        return new PositionDecision(place, partition, reading.topicId(partition), reading.isNew(partition), start)
                .decide(reading.position(partition));
    }
}
