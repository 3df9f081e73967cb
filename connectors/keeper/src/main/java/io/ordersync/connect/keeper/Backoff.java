package io.ordersync.connect.keeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Doubles the pause after each attempt, from one second up to a bound, and starts over when all has been well. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final Duration longest;
    private final Clock clock;
    private Duration pause = FIRST;
    private Instant next = Instant.EPOCH;

    Backoff(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    boolean isDue() {
        return !clock.instant().isBefore(next);
    }

    /** Returns the pause until the next attempt is due. */
    Duration attempted() {
        Duration current = pause;
        next = clock.instant().plus(current);
        pause = current.multipliedBy(2).compareTo(longest) > 0 ? longest : current.multipliedBy(2);
        return current;
    }

    /** Starts over once this has been true for as long as the longest pause. */
    void healthy() {
        if (clock.instant().isAfter(next.plus(longest))) {
            pause = FIRST;
        }
    }

    void reset() {
        pause = FIRST;
        next = Instant.EPOCH;
    }
}
