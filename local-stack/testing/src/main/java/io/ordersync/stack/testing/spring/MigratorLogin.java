package io.ordersync.stack.testing.spring;

import io.ordersync.stack.server.MariaDb;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** The login that migrates the tables in a stack's MariaDB. */
record MigratorLogin(MariaDb mariaDb) implements FlywayConnectionDetails {

    @Override
    public String getUsername() {
        return "migrator";
    }

    @Override
    public String getPassword() {
        return mariaDb.password(getUsername());
    }

    @Override
    public String getJdbcUrl() {
        return mariaDb.jdbcUrl();
    }
}
