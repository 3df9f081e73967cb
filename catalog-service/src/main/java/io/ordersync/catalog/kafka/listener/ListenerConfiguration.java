package io.ordersync.catalog.kafka.listener;

import io.ordersync.catalog.kafka.RecordBytes;
import io.ordersync.catalog.kafka.RecordBytesDeserializer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.ProducerListener;

/** The parts of the listener's container that {@code application.yml} cannot configure. */
@Configuration(proxyBeanMethods = false)
class ListenerConfiguration {

    @Bean
    @SuppressWarnings("unchecked") // no consumer exists yet
    DefaultKafkaConsumerFactoryCustomizer recordBytesDeserializers() {
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

    /** A fenced container stops, and {@link ListenerSupervisor} restarts it. Otherwise it would skip the batch that it lost. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> stopWhenFenced() {
        return container -> container.getContainerProperties().setStopContainerWhenFenced(true);
    }

    /** A failed send fails the batch, which is logged. Spring's default listener would also log the payload. */
    @Bean
    ProducerListener<Object, Object> silentProducerListener() {
        return new ProducerListener<>() {};
    }
}
