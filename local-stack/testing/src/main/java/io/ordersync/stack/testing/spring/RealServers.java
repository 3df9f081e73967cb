package io.ordersync.stack.testing.spring;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A real broker and a real MariaDB for the service under test, which reads and writes with its own login. */
@TestConfiguration(proxyBeanMethods = false)
public class RealServers {

    @Bean
    LocalStack stack(@Value("${spring.application.name}") String service) {
        LocalStack stack = TestStacks.forTests(service);
        stack.start(stack.mariaDb(), stack.broker());
        return stack;
    }

    @Bean
    KafkaConnectionDetails kafka(LocalStack stack) {
        return () -> List.of(stack.broker().bootstrapServers());
    }

    @Bean
    JdbcConnectionDetails database(LocalStack stack, @Value("${spring.datasource.username}") String login) {
        return new DatabaseLogin(stack.mariaDb(), "mydb", login);
    }

    @Bean
    FlywayConnectionDetails migrations(LocalStack stack) {
        return new MigratorLogin(stack.mariaDb());
    }
}
