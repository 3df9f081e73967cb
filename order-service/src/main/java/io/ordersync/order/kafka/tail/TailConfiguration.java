package io.ordersync.order.kafka.tail;

import io.ordersync.order.kafka.tail.index.TailIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TailConfiguration {

    @Bean
    TailIndex tailIndex(TailProperties properties) {
        return new TailIndex(properties.maxSize().toBytes());
    }
}
