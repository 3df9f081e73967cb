package io.ordersync.connect.keeper.stall;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The progress of a consumer group in one partition, from repeated looks at its position. */
final class PartitionProgress {

    private long committed = -1;
    private long emptyUpTo = -1;
    private boolean confirmed;
    private @Nullable Instant unreadSince;

    /** Records the position at a time. */
    void update(Position position, Instant now) {
        boolean hasMoved = position.committed() != committed;
        committed = position.committed();
        emptyUpTo = hasMoved ? committed : emptyUpTo;
        if (position.end() <= emptyUpTo) {
            unreadSince = null;
        } else if (hasMoved || unreadSince == null) {
            unreadSince = now;
            confirmed = false;
        }
    }

    /** Records whether a record is unread; without one the offsets up to the end are markers of transactions. */
    void confirm(boolean recordIsUnread, long end) {
        confirmed = recordIsUnread;
        if (!recordIsUnread) {
            emptyUpTo = end;
            unreadSince = null;
        }
    }

    /** Whether it is known that a record is unread. */
    boolean isConfirmed() {
        return confirmed;
    }

    /** The time since when the group has not moved although offsets are unread; null if there is none. */
    @Nullable
    Instant unreadSince() {
        return unreadSince;
    }

    /** Whether offsets have been unread for this long while the group has not moved. */
    boolean isStalledFor(Duration time, Instant now) {
        return unreadSince != null && !unreadSince.plus(time).isAfter(now);
    }
}
