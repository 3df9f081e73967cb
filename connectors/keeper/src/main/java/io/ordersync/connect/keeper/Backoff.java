package io.ordersync.connect.keeper;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The pause before the next attempt: it doubles from one second to a maximum, and starts over after healthy times. */
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
    Duration recordAttempt() {
        Duration current = pause;
        next = clock.instant().plus(current);
        pause = current.multipliedBy(2).compareTo(longest) > 0 ? longest : current.multipliedBy(2);
        return current;
    }

    /** Starts over if the last pause ended longer ago than the longest pause. */
    void recordHealth() {
        if (clock.instant().isAfter(next.plus(longest))) {
            pause = FIRST;
        }
    }

    void reset() {
        pause = FIRST;
        next = Instant.EPOCH;
    }
}
