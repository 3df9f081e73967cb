package io.ordersync.outage;

import java.time.Duration;
import java.time.Instant;

/**
 * Bounds the warnings of one outage whose causes alternate: the first five come at once, the others after pauses that double
 * from one minute to one hour.
 */
final class WarningLimit {

    private static final int AT_ONCE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private int warnings;
    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;

    /** Whether a warning may be logged now; it counts as logged then. */
    boolean allows(Instant now) {
        if (now.isBefore(next)) {
            return false;
        }
        warnings++;
        if (warnings >= AT_ONCE) {
            next = now.plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        return true;
    }

    void reset() {
        warnings = 0;
        pause = FIRST_PAUSE;
        next = Instant.MIN;
    }
}
