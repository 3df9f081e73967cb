package io.ordersync.connect.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Tells the server in which time zone it reads the times of a session. */
final class SessionTimeZone {

    private static final int UNKNOWN = 1298;

    private SessionTimeZone() {}

    /** @throws SQLException also if the time zone has summer time and the server does not know it */
    static void set(Statement statement, ZoneId zone) throws SQLException {
        if (zone instanceof ZoneOffset offset) {
            set(statement, offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
            return;
        }
        try {
            set(statement, zone.getId());
        } catch (SQLException e) {
            if (e.getErrorCode() != UNKNOWN) {
                throw e;
            }
            set(statement, offset(zone, e));
        }
    }

    private static void set(Statement statement, String zone) throws SQLException {
        statement.execute("SET SESSION time_zone = '" + zone + "'");
    }

    /** Returns the offset that the zone has from now on. */
    private static String offset(ZoneId zone, SQLException unknown) throws SQLException {
        Instant now = Instant.now();
        if (zone.getRules().nextTransition(now) != null) {
            throw new SQLException(
                    "the server does not know the time zone " + zone
                            + ". Load its time zones with mariadb-tzinfo-to-sql.",
                    unknown.getSQLState(),
                    UNKNOWN,
                    unknown);
        }
        return zone.getRules().getOffset(now).getId();
    }
}
