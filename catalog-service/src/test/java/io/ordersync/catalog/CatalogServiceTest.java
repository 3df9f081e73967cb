package io.ordersync.catalog;

import io.ordersync.contract.Topics;
import io.ordersync.stack.testing.spring.RealServers;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Runs a test in the running service, which has a real broker and a real MariaDB. All classes with this annotation share
 * them, so each test creates its own products. The topic {@code orders} has one partition.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({RealServers.class, CatalogServiceTest.OrdersTopic.class})
public @interface CatalogServiceTest {

    /** The topic that order-service creates otherwise. */
    @TestConfiguration(proxyBeanMethods = false)
    class OrdersTopic {

        @Bean
        NewTopic orders() {
            return new NewTopic(Topics.ORDERS, 1, (short) 1);
        }
    }
}
