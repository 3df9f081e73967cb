package io.ordersync.connect.database;

import java.sql.SQLException;

/** The sink cannot connect to the server, so no table can be written. */
public final class NoSessionException extends SQLException {

    private static final long serialVersionUID = 1L;

    public NoSessionException(SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
    }
}
