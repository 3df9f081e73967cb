package io.ordersync.catalog.kafka;

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

class StoppedListenerTests {

    @Test
    void aListenerThatDoesNotStartAnewMakesTheServiceBroken() {
        CompletableFuture<Object> published = new CompletableFuture<>();
        MessageListenerContainer listener = ofNoBroker();

        new StoppedListener(published::complete).onStopped(new ConsumerStoppedEvent(listener, listener, Reason.FENCED));

        assertThat(published)
                .succeedsWithin(Duration.ofSeconds(30))
                .isInstanceOfSatisfying(
                        AvailabilityChangeEvent.class,
                        event -> assertThat(event.getState()).isEqualTo(LivenessState.BROKEN));
    }

    /** A name that is never resolved (RFC 6761), as that of a container that goes away: the consumer is not made then. */
    private static MessageListenerContainer ofNoBroker() {
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
