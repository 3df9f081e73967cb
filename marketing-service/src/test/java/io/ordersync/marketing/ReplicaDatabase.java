package io.ordersync.marketing;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import io.ordersync.stack.testing.spring.DatabaseLogin;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A real MariaDB with an empty replica for the service under test. */
@TestConfiguration(proxyBeanMethods = false)
public class ReplicaDatabase {

    @Bean
    LocalStack stack() {
        LocalStack stack = TestStacks.forCdcTests("marketing-service");
        stack.start(stack.mariaDb());
        return stack;
    }

    @Bean
    JdbcConnectionDetails database(LocalStack stack) {
        return new DatabaseLogin(stack.mariaDb(), "marketing", "marketing_service");
    }
}
