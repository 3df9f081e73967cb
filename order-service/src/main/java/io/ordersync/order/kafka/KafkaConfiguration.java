package io.ordersync.order.kafka;

import io.ordersync.service.broker.BrokerTask;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

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
