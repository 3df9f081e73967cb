package io.ordersync.order;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.MariaDb;
import java.util.List;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A real broker and a real MariaDB for the service under test. */
@TestConfiguration(proxyBeanMethods = false)
class RealServers {

    @Bean
    LocalStack stack() {
        LocalStack stack = LocalStack.forTests("order-service");
        stack.start(stack.mariaDb(), stack.broker());
        return stack;
    }

    @Bean
    KafkaConnectionDetails kafka(LocalStack stack) {
        return () -> List.of(stack.broker().bootstrapServers());
    }

    @Bean
    JdbcConnectionDetails database(LocalStack stack) {
        return new Service(stack.mariaDb());
    }

    @Bean
    FlywayConnectionDetails migrations(LocalStack stack) {
        return new Migrator(stack.mariaDb());
    }

    private record Service(MariaDb mariaDb) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "order_service";
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

    private record Migrator(MariaDb mariaDb) implements FlywayConnectionDetails {

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
}
