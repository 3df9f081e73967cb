package io.ordersync.connect.source.times;

import io.ordersync.connect.database.Session;
import io.ordersync.connect.source.table.TimeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the database, and how long statements have been running. A statement takes its time when it begins, but may
 * write its rows much later, for instance because it waits for a lock.
 *
 * @param now the time at which the database began to answer
 * @param oldest how long the oldest statement has been running that may write rows; zero if there is none
 */
public record RunningStatements(Instant now, Duration oldest) {

    private static final String SELECT = "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR), (SELECT MAX(time_ms)"
            + " FROM information_schema.processlist WHERE id <> CONNECTION_ID() AND command IN ('Query', 'Execute')"
            + " AND info NOT REGEXP '^[[:space:](]*(select|show|set|commit|rollback|alter|optimize|analyze|kill)')";

    /** A login without this right sees the statements of its own sessions only. */
    private static final String NEEDS_PROCESS = "SELECT 1 FROM information_schema.innodb_trx LIMIT 0";

    private static final int RIGHT_IS_MISSING = 1227;

    static RunningStatements read(Session session) throws SQLException {
        try (ResultSet row = session.statement(SELECT).executeQuery()) {
            row.next();
            Instant now = Window.instant(TimeText.time(row.getString(1)));
            long millis = (long) Math.ceil(row.getDouble(2)); // 0 for NULL
            return new RunningStatements(now, Duration.ofMillis(millis));
        }
    }

    /** Whether the login has the right PROCESS, so that it sees the statements of all sessions. */
    public static boolean areVisible(Session session) throws SQLException {
        try {
            session.execute(NEEDS_PROCESS);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == RIGHT_IS_MISSING) {
                return false;
            }
            throw e;
        }
    }
}
