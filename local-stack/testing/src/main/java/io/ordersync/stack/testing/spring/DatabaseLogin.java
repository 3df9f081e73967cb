package io.ordersync.stack.testing.spring;

import io.ordersync.stack.server.MariaDb;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The login of a service in a stack's MariaDB. */
public record DatabaseLogin(MariaDb mariaDb, String database, String login) implements JdbcConnectionDetails {

    @Override
    public String getUsername() {
        return login;
    }

    @Override
    public String getPassword() {
        return mariaDb.password(login);
    }

    @Override
    public String getJdbcUrl() {
        return mariaDb.jdbcUrl(database);
    }
}
