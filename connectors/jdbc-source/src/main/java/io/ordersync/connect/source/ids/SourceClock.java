package io.ordersync.connect.source.ids;

import io.ordersync.connect.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The clock of the database, which is the same for every worker. */
final class SourceClock {

    private static final String NOW = "SELECT CAST(UNIX_TIMESTAMP(NOW(6)) * 1000 AS SIGNED)";

    private SourceClock() {}

    /** Returns the milliseconds since 1970. */
    static long millis(Session session) throws SQLException {
        try (ResultSet now = session.statement(NOW).executeQuery()) {
            now.next();
            return now.getLong(1);
        }
    }
}
