package io.ordersync.connect.sink.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Adds up the time in which at least one table could not be written. Any thread may read it. */
public final class OutageTime {

    private final Clock clock;
    private Duration past = Duration.ZERO;
    private @Nullable Instant begin;

    public OutageTime(Clock clock) {
        this.clock = clock;
    }

    public synchronized void begin(Instant time) {
        begin = begin == null ? time : begin;
    }

    public synchronized void end() {
        past = total();
        begin = null;
    }

    /** The length of all outages together. */
    public synchronized Duration total() {
        return past.plus(current());
    }

    /** The length of the current outage; zero if there is none. */
    public synchronized Duration current() {
        return begin == null ? Duration.ZERO : Duration.between(begin, clock.instant());
    }
}
