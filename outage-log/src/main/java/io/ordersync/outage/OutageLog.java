package io.ordersync.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs an outage: its begin and each change of its cause at WARN, its end once at INFO with its length. Other failed attempts
 * are logged at DEBUG. Any thread may call it.
 */
public final class OutageLog {

    private final Logger log;
    private final Clock clock;
    private final WarningLimit limit = new WarningLimit();
    private String lastCause = "";
    private String lastMessage = "";
    private @Nullable Instant begin;
    private Duration past = Duration.ZERO;

    public OutageLog(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Reports an attempt that has failed now. */
    public void failed(String message) {
        failed(message, clock.instant());
    }

    /**
     * Reports a failed attempt. Two messages name the same cause if they differ only in what changes with each attempt, such
     * as times and the numbers of connections.
     *
     * @param begin the time at which the outage begins if this attempt is the first that fails
     */
    public synchronized void failed(String message, Instant begin) {
        lastMessage = message;
        if (this.begin == null) {
            this.begin = begin;
            limit.reset();
            lastCause = "";
        }
        String cause = Cause.of(message);
        if (!cause.equals(lastCause) && limit.allows(clock.instant())) {
            log.warn("{}", message);
            lastCause = cause;
        } else {
            log.debug("{}", message);
        }
    }

    /**
     * Reports that the outage is over; does nothing if there is no outage.
     *
     * @param message the new state; the log adds how many seconds the outage took
     */
    public synchronized void ended(String message) {
        if (begin != null) {
            Duration outage = current();
            log.info("{} after {} s", message, outage.toSeconds());
            past = past.plus(outage);
            begin = null;
        }
    }

    /** Whether an outage has begun and not ended. */
    public synchronized boolean isOngoing() {
        return begin != null;
    }

    /** The time at which the current outage has begun; empty if there is none. */
    public synchronized Optional<Instant> begin() {
        return Optional.ofNullable(begin);
    }

    /** The message of the last failed attempt; empty if there is no outage. */
    public synchronized Optional<String> lastFailure() {
        return Optional.ofNullable(begin).map(since -> lastMessage);
    }

    /** The length of all outages together, including the current one. */
    public synchronized Duration total() {
        return past.plus(current());
    }

    /** The length of the current outage; zero if there is none. */
    public synchronized Duration current() {
        return begin == null ? Duration.ZERO : Duration.between(begin, clock.instant());
    }
}
