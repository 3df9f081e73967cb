package io.ordersync.connect.source.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A client of the database with an open transaction. */
public record OtherSession(Connection connection, String table) implements AutoCloseable {

    public OtherSession sql(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("$", "`" + table + "`"));
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
