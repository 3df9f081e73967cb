package io.ordersync.stack.testing.spring;

import io.ordersync.stack.server.MariaDb;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** What a service migrates its tables with. */
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
