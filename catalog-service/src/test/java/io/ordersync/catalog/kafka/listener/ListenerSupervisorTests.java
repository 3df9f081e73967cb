package io.ordersync.catalog.kafka.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;

class ListenerSupervisorTests {

    @Test
    void reportsABrokenServiceIfTheListenerCannotRestart() {
        CompletableFuture<Object> published = new CompletableFuture<>();
        MessageListenerContainer listener = listenerWithoutBroker();

        new ListenerSupervisor(published::complete).handle(new ConsumerStoppedEvent(listener, listener, Reason.FENCED));

        assertThat(published)
                .succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
    }

    /** The name of its broker is never resolved (RFC 6761), so no consumer can be created. */
    private static MessageListenerContainer listenerWithoutBroker() {
        ContainerProperties properties = new ContainerProperties("orders");
        properties.setGroupId("catalog-service");
        properties.setMessageListener((MessageListener<byte[], byte[]>) record -> {});
        return new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(
                        Map.of("bootstrap.servers", "nowhere.invalid:9092"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                properties);
    }
}
