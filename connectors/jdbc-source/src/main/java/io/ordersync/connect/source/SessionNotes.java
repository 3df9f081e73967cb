package io.ordersync.connect.source;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.config.SourceConfig;
import io.ordersync.connect.source.times.RunningStatements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs once what the first session of a task tells about its server. */
final class SessionNotes {

    private static final Logger log = LoggerFactory.getLogger(SessionNotes.class);

    private static final String SERVER_OFFSET =
            "SET STATEMENT time_zone = @@global.time_zone FOR SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())";

    private final SourceConfig config;
    private boolean isLogged;

    SessionNotes(SourceConfig config) {
        this.config = config;
    }

    void log(Session session) throws SQLException {
        if (isLogged) {
            return;
        }
        if (config.mode().usesTimestamps()) {
            logWindow(RunningStatements.areVisible(session));
        }
        logTimeZone(session);
        session.rollback();
        isLogged = true;
    }

    private void logWindow(boolean statementsAreVisible) {
        long delay = config.timestamps().delay().toMillis();
        if (statementsAreVisible) {
            log.info(
                    "A row is read when it is {} ms old. Rows of open transactions, and statements that are running, hold back"
                            + " the rows after them for as long as they last",
                    delay);
        } else {
            log.warn(
                    "A row is read when it is {} ms old. Rows of open transactions hold back the rows after them. The login"
                            + " has no right PROCESS, so a statement that waits for a lock for longer than"
                            + " timestamp.delay.interval.ms before it writes may be passed over: grant PROCESS, or set a"
                            + " longer delay",
                    delay);
        }
    }

    private void logTimeZone(Session session) throws SQLException {
        try (ResultSet row = session.statement(SERVER_OFFSET).executeQuery()) {
            row.next();
            Duration server = Duration.ofMinutes(Math.round(row.getLong(1) / 60.0));
            ZoneOffset configured = config.types().zone().getRules().getOffset(Instant.now());
            if (server.toSeconds() != configured.getTotalSeconds()) {
                log.warn(
                        "The server writes datetime columns with NOW() at {} from UTC, but db.timezone={} is at {}: set"
                                + " db.timezone to the time zone of these columns",
                        ZoneOffset.ofTotalSeconds((int) server.toSeconds()),
                        config.types().zone(),
                        configured);
            }
        }
    }
}
