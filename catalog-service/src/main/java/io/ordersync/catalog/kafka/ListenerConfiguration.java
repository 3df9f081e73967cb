package io.ordersync.catalog.kafka;

import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;

/** What the listener's container does around a batch; most of it is Spring Boot's, by {@code application.yml}. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    @Bean
    @SuppressWarnings("unchecked") // no consumer is made before these are set
    DefaultKafkaConsumerFactoryCustomizer recordBytes() {
        return consumers -> {
            var factory = (DefaultKafkaConsumerFactory<RecordBytes, RecordBytes>) consumers;
            factory.setKeyDeserializer(new RecordBytesDeserializer());
            factory.setValueDeserializer(new RecordBytesDeserializer());
        };
    }

    @Bean
    AfterRollbackProcessor<Object, Object> retryForever(ListenerOutage outage) {
        return new RetryForever(outage);
    }

    /** A fenced container stops ({@link StoppedListener}): polling on, it would leave out the batch that it lost. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> stopWhenFenced() {
        return container -> container.getContainerProperties().setStopContainerWhenFenced(true);
    }

    /** A failed send fails the batch, which is logged; Spring's default would log the payload as well. */
    @Bean
    ProducerListener<Object, Object> quietly() {
        return new ProducerListener<>() {};
    }
}
