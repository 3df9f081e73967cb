package io.ordersync.connect.sink.position;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a partition continues, from its row in the table and from where the consumer is. A crash, an overtaken writer
 * and a restored database are one case: the table is right, and the consumer goes where it says.
 *
 * @param place what the task knew before
 * @param topicId the current id of the topic, or null
 * @param isNew whether the partition is newer than the positions of its topic
 * @param start where the consumer is, or null if that is not known
 */
record PositionDecision(
        Place place,
        TopicPartition partition,
        @Nullable String topicId,
        boolean isNew,
        @Nullable Start start) {

    Settled decide(@Nullable Position row) {
        if (row == null) {
            return decideWithoutRow();
        }
        if (topicId != null && row.topicId() != null && !topicId.equals(row.topicId())) {
            return beginNewTopic(row);
        }
        Place known = Place.known(row, true, topicId);
        if (row.isOfGroup()) {
            return start != null && start.isConsumed()
                    ? Settled.moved(known, known.claim(partition, start.offset()))
                    : Settled.known(known);
        }
        boolean isAsExpected = place.isAligned() && place.hasRow() && row.equals(place.position());
        if (isAsExpected && place.isRefused()) {
            return Settled.waiting(
                    place.doubted(false),
                    "the position of partition %s is %s as expected, but it cannot be moved".formatted(partition, row));
        }
        if (start != null && start.offset() == row.offset()) {
            return Settled.known(known);
        }
        if (!isAsExpected) {
            return seek(row, known);
        }
        if (start == null || (start.offset() > row.offset() && !start.isConsumed())) {
            return Settled.known(known); // offsets are left out: compaction, transaction markers, retention, filters
        }
        Claim claim = known.claim(partition, start.offset());
        return start.offset() > row.offset() ? Settled.moved(known, claim) : goBack(row, known, claim);
    }

    private Settled decideWithoutRow() {
        if (place.hasRow()) {
            return place.isMissing() ? beginAgain() : waitForRow();
        }
        if (isNew) {
            return beginNewPartition();
        }
        if (start == null) {
            return Settled.known(place);
        }
        Place begin = Place.known(new Position(start.offset(), topicId), false, topicId);
        return start.isConsumed() ? Settled.moved(begin, begin.claim(partition, start.offset())) : Settled.known(begin);
    }

    /** Somebody may be restoring the table at this moment. */
    private Settled waitForRow() {
        return Settled.waiting(
                place.missing(),
                ("the row of partition %s with the position %s has disappeared. If it stays away, the sink reads the"
                                + " partition from its beginning")
                        .formatted(partition, place.position()));
    }

    private Settled beginAgain() {
        return Settled.sought(
                Place.known(new Position(0, topicId), false, topicId),
                0,
                true,
                "The position %s of partition %s has disappeared from the table. The sink reads the partition from its beginning"
                        .formatted(place.position(), partition));
    }

    /** The offset of the consumer group does not count: the table may come from a backup older than the partition. */
    private Settled beginNewPartition() {
        return Settled.sought(
                Place.known(new Position(0, topicId), false, topicId),
                0,
                false,
                "Partition %s has no position in the table, and others of its topic have. The sink reads it from its beginning"
                        .formatted(partition));
    }

    private Settled beginNewTopic(Position row) {
        Place known = Place.known(row, true, topicId);
        return Settled.begun(
                known,
                known.claim(partition, 0),
                ("Topic %s was deleted and created again: its id is %s, and the position of partition %s is %s. The sink"
                                + " begins at the start of the new topic")
                        .formatted(partition.topic(), topicId, partition, row));
    }

    private Settled seek(Position row, Place known) {
        String at = start == null ? "" : ", while the consumer is at " + start.offset();
        String reason = place.isAligned()
                ? ("The position of partition %s in the table is %s instead of %s: the database was restored, another task has"
                                + " written, or a commit has succeeded without an answer. The sink reads from there")
                        .formatted(partition, row, place.position())
                : "The position of partition %s in the table is %s%s. The sink reads from there"
                        .formatted(partition, row, at);
        return Settled.sought(known, row.offset(), place.isAligned(), reason);
    }

    /** The consumer had to read from the position, and came back with an earlier record: the log ends before it. */
    private Settled goBack(Position row, Place known, Claim claim) {
        return Settled.movedBack(
                known,
                claim,
                ("The log of partition %s ends before the position %s: the topic was created again, or brokers have lost"
                                + " records. The sink continues at offset %d")
                        .formatted(partition, row, claim.next().offset()));
    }
}
