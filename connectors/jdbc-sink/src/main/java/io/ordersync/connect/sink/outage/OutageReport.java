package io.ordersync.connect.sink.outage;

import io.ordersync.connect.database.Fault;
import io.ordersync.connect.database.TableName;
import io.ordersync.outage.OutageLog;
import io.ordersync.outage.WaitingNote;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator that records wait: in the log, and with a note that the task commits with their offsets. */
final class OutageReport {

    private static final Logger log = LoggerFactory.getLogger(OutageReport.class);

    /** A write that takes longer is worth a note. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    private final String database;
    private final OutageLog outage = new OutageLog(log, Clock.systemUTC());
    private @Nullable String reason;
    private @Nullable WaitingNote unanswered;

    /** @param database the address of the database, without secrets */
    OutageReport(String database) {
        this.database = database;
    }

    /** Reports that a table cannot be written. */
    void failed(TableName table, SQLException cause, Duration writingFor) {
        Instant begin = outage.begin().orElseGet(() -> Instant.now().minus(writingFor));
        String error = Fault.describe(cause);
        unanswered = null;
        reason = "Table %s at %s cannot be written: %s".formatted(table, database, withoutConnection(error));
        outage.failed(
                "Table %s at %s cannot be written since %s: %s. The records wait until it can be written"
                        .formatted(table, database, begin.truncatedTo(ChronoUnit.SECONDS), error),
                begin);
    }

    /** Reports that the database has not answered yet. */
    void writing(TableName table, Duration writingFor) {
        if (unanswered == null && writingFor.compareTo(LONGEST_WRITE) > 0) {
            unanswered = new WaitingNote(
                    Instant.now().minus(writingFor),
                    "%s has not answered a write to table %s".formatted(database, table));
        }
    }

    /** Reports that no record waits any more. */
    void ended(String message) {
        unanswered = null;
        outage.ended(message);
    }

    /** Since when and why records wait; empty if they do not. */
    Optional<WaitingNote> note() {
        return outage.begin().map(since -> new WaitingNote(since, reason)).or(() -> Optional.ofNullable(unanswered));
    }

    /** How long the outage has lasted; zero if there is none. */
    Duration current() {
        return outage.current();
    }

    boolean isOngoing() {
        return outage.isOngoing();
    }

    /** Leaves out the number of the connection, so that the note stays the same from one attempt to the next. */
    private static String withoutConnection(String error) {
        return error.replaceAll("\\(conn=\\d+\\) ", "");
    }
}
