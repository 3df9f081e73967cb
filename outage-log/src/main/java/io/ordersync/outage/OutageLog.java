package io.ordersync.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Logs the begin of an outage once, at WARN with its cause, and its end once, at INFO with its length. Failed attempts in
 * between are logged at DEBUG. Any thread may call it.
 */
public final class OutageLog {

    /** Details that differ between two messages about the same cause: connection numbers and times. */
    private static final String DETAILS = "conn=\\d+|\\d{4}-\\d\\d-\\d\\d[T ][\\d:.]+Z?";

    private final Logger log;
    private final Clock clock;
    private final UnaryOperator<String> causeOf;
    private String lastCause = "";
    private @Nullable Instant begin;
    private Duration past = Duration.ZERO;

    private OutageLog(Logger log, Clock clock, UnaryOperator<String> causeOf) {
        this.log = log;
        this.clock = clock;
        this.causeOf = causeOf;
    }

    /** A log that warns once per outage, with the cause of the first failure. */
    public static OutageLog warningOnce(Logger log, Clock clock) {
        return new OutageLog(log, clock, message -> "");
    }

    /** A log that warns again when an outage gets another cause. */
    public static OutageLog warningPerCause(Logger log, Clock clock) {
        return new OutageLog(log, clock, message -> message.replaceAll(DETAILS, ""));
    }

    /** Reports an attempt that has failed now. */
    public void failed(String message) {
        failed(message, clock.instant());
    }

    /**
     * Reports a failed attempt.
     *
     * @param begin the time at which the outage begins if this attempt is the first that fails
     */
    public synchronized void failed(String message, Instant begin) {
        String cause = causeOf.apply(message);
        if (this.begin != null && cause.equals(lastCause)) {
            log.debug("{}", message);
            return;
        }
        log.warn("{}", message);
        lastCause = cause;
        this.begin = this.begin == null ? begin : this.begin;
    }

    /**
     * Reports that the outage is over; does nothing if there is no outage.
     *
     * @param message the new state; the log adds how many seconds the outage took
     */
    public synchronized void ended(String message) {
        if (begin != null) {
            Duration outage = Duration.between(begin, clock.instant());
            log.info("{} after {} s", message, outage.toSeconds());
            past = past.plus(outage);
            begin = null;
        }
    }

    /** Whether an outage has begun and not ended. */
    public synchronized boolean isOngoing() {
        return begin != null;
    }

    /** The length of all outages together, including the current one. */
    public synchronized Duration total() {
        return begin == null ? past : past.plus(Duration.between(begin, clock.instant()));
    }
}
