package io.ordersync.connect.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A connection as the server identifies it.
 *
 * @param id a number that the server may reuse after a restart
 * @param host the address and port of the client, which distinguish connections with the same number
 */
public record ServerSession(long id, String host) {

    private static final String OWN = "SELECT id, host FROM information_schema.processlist WHERE id = CONNECTION_ID()";
    private static final String SAME = "SELECT 1 FROM information_schema.processlist WHERE id = ? AND host = ?";
    private static final int NO_SUCH_SESSION = 1094;

    static ServerSession of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet own = statement.executeQuery(OWN)) {
            own.next();
            return new ServerSession(own.getLong(1), own.getString(2));
        }
    }

    /** Ends this session over another connection; does nothing if it has ended already. */
    void killOver(Connection other) throws SQLException {
        if (!isSeenBy(other)) {
            return;
        }
        try (Statement statement = other.createStatement()) {
            statement.execute("KILL " + id);
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_SESSION) {
                throw e;
            }
        }
    }

    private boolean isSeenBy(Connection other) throws SQLException {
        try (PreparedStatement statement = other.prepareStatement(SAME)) {
            statement.setLong(1, id);
            statement.setString(2, host);
            try (ResultSet same = statement.executeQuery()) {
                return same.next();
            }
        }
    }
}
