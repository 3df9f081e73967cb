package io.ordersync.order.kafka;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.ProducerListener;

@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** A failed send is answered with 503; Spring's default would log an error with the payload for each one. */
    @Bean
    ProducerListener<Object, Object> quietly() {
        return new ProducerListener<>() {};
    }
}
