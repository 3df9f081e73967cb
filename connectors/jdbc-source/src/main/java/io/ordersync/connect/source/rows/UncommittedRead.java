package io.ordersync.connect.source.rows;

import io.ordersync.connect.database.Session;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads rows of open transactions too. The source never sends them: it learns from them which rows may still be committed.
 */
public final class UncommittedRead {

    private static final String NEXT_TRANSACTION = "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED";

    /** A read of keys. */
    @FunctionalInterface
    public interface Keys<T> {
        List<T> read(Session session) throws SQLException;
    }

    private UncommittedRead() {}

    /** Ends the current transaction, and leaves the session without one. */
    public static <T> List<T> of(Session session, Keys<T> keys) throws SQLException {
        session.rollback();
        session.execute(NEXT_TRANSACTION);
        try {
            return keys.read(session);
        } finally {
            session.rollback();
        }
    }
}
