package io.ordersync.marketing;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.MariaDb;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A real MariaDB with an empty replica for the service under test. */
@TestConfiguration(proxyBeanMethods = false)
public class RealServers {

    @Bean
    LocalStack stack() {
        LocalStack stack = LocalStack.forCdcTests("marketing-service");
        stack.start(stack.mariaDb());
        return stack;
    }

    @Bean
    JdbcConnectionDetails database(LocalStack stack) {
        return new Service(stack.mariaDb());
    }

    private record Service(MariaDb mariaDb) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "marketing_service";
        }

        @Override
        public String getPassword() {
            return mariaDb.password(getUsername());
        }

        @Override
        public String getJdbcUrl() {
            return mariaDb.jdbcUrl("marketing");
        }
    }
}
