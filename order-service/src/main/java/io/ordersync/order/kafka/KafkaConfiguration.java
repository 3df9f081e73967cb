package io.ordersync.order.kafka;

import io.ordersync.service.broker.BrokerTask;
import io.ordersync.service.broker.TopicMonitor;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** The name makes it the component {@code topics} of the service's health. */
    @Bean
    TopicMonitor topicsHealthIndicator(
            KafkaAdmin kafka, OrdersTopicProperties properties, ApplicationEventPublisher events) {
        return new TopicMonitor(kafka, List.of(OrdersTopic.with(properties)), events);
    }

    @Bean
    BrokerTask orderLogTask(OrderLogInitializer log) {
        return new BrokerTask("Opening the log of orders", log::initialize);
    }

    /** A failed send is answered with 503; Spring's default would log an error with the payload for each failure. */
    @Bean
    ProducerListener<Object, Object> quietly() {
        return new ProducerListener<>() {};
    }
}
