package io.ordersync.connect.keeper.stall;

import io.ordersync.outage.WaitingNote;
import java.util.Optional;

/**
 * The position of a consumer group in a partition.
 *
 * @param end the offset up to which the group can read at most; transaction markers take offsets too
 * @param metadata the text that the group has committed with its offset
 */
record Position(long committed, long end, String metadata) {

    boolean mayHaveUnread() {
        return committed < end;
    }

    /** The note of the sink that it waits; a position at the end has none. */
    Optional<WaitingNote> note() {
        return mayHaveUnread() ? WaitingNote.parse(metadata) : Optional.empty();
    }
}
