package io.ordersync.service.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

class ConcurrentMigrationTests {

    private final ConcurrentMigration migration = new ConcurrentMigration();

    @Test
    void triesAgainWhenAnotherInstanceHasCreatedTheHistoryTable() {
        var flyway = new FailingOnce(
                "Unable to baseline schema history table `mydb`.`history` as it already exists, and is empty.");

        migration.migrate(flyway);

        assertThat(flyway.attempts).isEqualTo(2);
    }

    @Test
    void reportsAnyOtherFailureAtOnce() {
        var flyway = new FailingOnce("Migration V1__orders.sql failed");

        assertThatThrownBy(() -> migration.migrate(flyway)).hasMessage("Migration V1__orders.sql failed");
        assertThat(flyway.attempts).isEqualTo(1);
    }

    private static final class FailingOnce extends Flyway {

        private final String message;
        private int attempts;

        FailingOnce(String message) {
            super(configure());
            this.message = message;
        }

        @Override
        public MigrateResult migrate() {
            if (++attempts == 1) {
                throw new FlywayException(message);
            }
            return new MigrateResult("12", "mydb", "mydb", "MariaDB");
        }
    }
}
