package io.ordersync.order;

import io.ordersync.stack.LocalStack;
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
        return new Login(stack, "order_service");
    }

    @Bean
    FlywayConnectionDetails migrations(LocalStack stack) {
        return new Login(stack, "migrator");
    }

    private record Login(LocalStack stack, String login) implements JdbcConnectionDetails, FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return login;
        }

        @Override
        public String getPassword() {
            return stack.mariaDb().password(login);
        }

        @Override
        public String getJdbcUrl() {
            return stack.mariaDb().jdbcUrl();
        }

        @Override
        public String getDriverClassName() {
            return "org.mariadb.jdbc.Driver";
        }
    }
}
