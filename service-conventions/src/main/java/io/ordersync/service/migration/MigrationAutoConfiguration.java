package io.ordersync.service.migration;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Lets one instance of a service at a time migrate the tables of the service. */
@AutoConfiguration(before = FlywayAutoConfiguration.class)
@ConditionalOnClass(Flyway.class)
class MigrationAutoConfiguration {

    @Bean
    ExclusiveMigration exclusiveMigration() {
        return new ExclusiveMigration();
    }
}
