package io.ordersync.service.migration;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * A migration that other instances may begin at the same time. Flyway locks its history table, but creates the table without
 * a lock: of two instances that start with an empty database, one fails. It finds the table when it tries again.
 */
final class ConcurrentMigration implements FlywayMigrationStrategy {

    private static final String LOST_RACE = "Unable to baseline schema history table";

    @Override
    public void migrate(Flyway flyway) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (!e.getMessage().contains(LOST_RACE)) {
                throw e;
            }
            flyway.migrate();
        }
    }
}
