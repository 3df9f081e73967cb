package io.ordersync.connect.debezium;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from one that refuses. */
final class DatabaseOutage {

    private static final String CONNECTION_ERROR = "08"; // class of SQLSTATE, ISO/IEC 9075-2

    /** Too many connections: of the server, of the login, of the login in an hour. */
    private static final Set<Integer> TOO_MANY_CONNECTIONS = Set.of(1040, 1203, 1226);

    private DatabaseOutage() {}

    /** Whether a failure, or one of its causes, says that the database cannot be reached. */
    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && isOutage(e)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith(CONNECTION_ERROR)
                || TOO_MANY_CONNECTIONS.contains(e.getErrorCode());
    }
}
