package io.ordersync.connect.source;

import io.ordersync.connect.database.Fault;
import io.ordersync.outage.OutageLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time in which the database, or one table, cannot be read: since when and why, and when to try again. */
final class TaskOutage {

    private static final Logger log = LoggerFactory.getLogger(TaskOutage.class);

    private final Clock clock = Clock.systemUTC();
    private final OutageLog outage = new OutageLog(log, clock);
    private final String subject;
    private final String database;
    private final Duration pause;
    private volatile long retryAt = System.nanoTime();

    /**
     * @param subject what cannot be read, as the begin of a sentence
     * @param database the address of the database, without secrets
     */
    TaskOutage(String subject, String database, Duration pause) {
        this.subject = subject;
        this.database = database;
        this.pause = pause;
    }

    void failed(SQLException cause) {
        Instant begin = outage.begin().orElseGet(clock::instant);
        retryAt = System.nanoTime() + pause.toNanos();
        outage.failed(
                "%s at %s cannot be read since %s: %s. The task tries again until it can be read, and continues where it was"
                        .formatted(subject, database, begin.truncatedTo(ChronoUnit.SECONDS), Fault.describe(cause)),
                begin);
    }

    void ended() {
        outage.ended("%s at %s can be read again".formatted(subject, database));
    }

    boolean isOngoing() {
        return outage.isOngoing();
    }

    /** Returns how long to wait for the next attempt, in nanoseconds; zero or less if it may be made now. */
    long remainingPause() {
        return isOngoing() ? retryAt - System.nanoTime() : 0;
    }

    Duration total() {
        return outage.total();
    }

    Duration current() {
        return outage.current();
    }
}
