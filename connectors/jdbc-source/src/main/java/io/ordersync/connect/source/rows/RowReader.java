package io.ordersync.connect.source.rows;

import io.ordersync.connect.database.Session;
import java.sql.SQLException;

/** Reads the rows of one table in one mode. */
public interface RowReader {

    /**
     * Reads the next rows. After an error the same rows are read again.
     *
     * @throws SQLException if the table cannot be read
     */
    Page read(Session session) throws SQLException;

    /** Ends a read that has begun; the caller discards its records. */
    default void close() {}
}
