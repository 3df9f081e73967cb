package io.ordersync.connect.sink.outage;

import io.ordersync.connect.database.TableName;
import io.ordersync.connect.sink.config.RetryConfig;
import io.ordersync.outage.WaitingNote;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The time in which a table, or the whole server, cannot be written: when to try again, and what an operator reads. */
public final class Outage {

    private final RetrySchedule retries;
    private final OutageReport report;
    private long retryAt;

    /** @param database the address of the database, without secrets */
    public Outage(RetryConfig retries, String database) {
        this.retries = new RetrySchedule(retries);
        this.report = new OutageReport(database);
    }

    /**
     * Reports a failed attempt.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if max.retries has been used up
     */
    public void failed(TableName table, SQLException cause, Duration writingFor) {
        retryAt = System.nanoTime() + retries.pauseAfter(cause).toNanos();
        report.failed(table, cause, writingFor);
    }

    /** Reports that the database has not answered yet. */
    public void writing(TableName table, Duration writingFor) {
        report.writing(table, writingFor);
    }

    /** Reports that the outage is over; does nothing if there is no outage. */
    public void ended(String message) {
        retries.reset();
        report.ended(message);
    }

    public boolean isOngoing() {
        return report.isOngoing();
    }

    /** Since when and why records wait; empty if they do not. */
    public Optional<WaitingNote> note() {
        return report.note();
    }

    /** How long it has lasted; zero if there is no outage. */
    public Duration current() {
        return report.current();
    }

    /** How long to wait for the next attempt; zero if it may be made now. */
    public Duration remainingPause() {
        long remaining = isOngoing() ? retryAt - System.nanoTime() : 0;
        return Duration.ofNanos(Math.max(0, remaining));
    }
}
