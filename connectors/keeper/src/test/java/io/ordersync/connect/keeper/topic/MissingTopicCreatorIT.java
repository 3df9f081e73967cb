package io.ordersync.connect.keeper.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.stack.testing.connect.TestStack;
import io.ordersync.topics.MissingTopicCreator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The producers of the worker, on brokers that create no topic by themselves. */
@Timeout(120)
class MissingTopicCreatorIT {

    private final TestStack stack = TestStack.running();
    private final String topic = "missing_" + UUID.randomUUID().toString().substring(0, 8);
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    stack.bootstrapServers(),
                    "interceptor.classes",
                    MissingTopicCreator.class.getName(),
                    "max.block.ms",
                    60_000),
            new StringSerializer(),
            new StringSerializer());

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void createsTheTopicOfTheFirstRecord() throws Exception {
        send("first");
        send("second");
        assertThat(stack.topics().all(topic)).extracting(ConsumerRecord::value).containsExactly("first", "second");
    }

    @Test
    void leavesATopicThatExistsAsItIs() throws Exception {
        stack.topics().create(topic, 3);
        send("first");
        assertThat(partitions()).isEqualTo(3);
    }

    @Test
    void waitsForTheBrokers() throws Exception {
        stack.broker().kill();
        CompletableFuture<Void> sent =
                CompletableFuture.runAsync(() -> producer.send(new ProducerRecord<>(topic, "meanwhile")));
        try {
            assertThatThrownBy(() -> sent.get(7, TimeUnit.SECONDS))
                    .as("the first attempt has ended")
                    .isInstanceOf(TimeoutException.class);
        } finally {
            stack.broker().start();
            stack.broker().awaitReady(Duration.ofSeconds(60));
        }
        sent.get(60, TimeUnit.SECONDS);
        producer.flush();
        assertThat(stack.topics().all(topic)).extracting(ConsumerRecord::value).containsExactly("meanwhile");
    }

    @Test
    void leavesAnInvalidNameToTheProducer() {
        assertThatThrownBy(() ->
                        producer.send(new ProducerRecord<>("no topic", "value")).get())
                .hasRootCauseInstanceOf(InvalidTopicException.class);
    }

    private void send(String value) throws Exception {
        producer.send(new ProducerRecord<>(topic, value)).get();
    }

    private int partitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
        }
    }
}
