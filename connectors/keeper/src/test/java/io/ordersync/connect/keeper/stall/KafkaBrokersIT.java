package io.ordersync.connect.keeper.stall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.connect.client.ConnectorDefinition;
import io.ordersync.connect.client.ConnectorStatus;
import io.ordersync.connect.client.InstanceStatus;
import io.ordersync.connect.client.RegisteredConnector;
import io.ordersync.connect.keeper.HandSetClock;
import io.ordersync.outage.WaitingNote;
import io.ordersync.stack.testing.connect.TestStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaBrokersIT {

    private final TestStack stack = TestStack.running();
    private final String topic = "stall_" + UUID.randomUUID().toString().substring(0, 8);
    private final TopicPartition partition = new TopicPartition(topic, 0);
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
    private final KafkaBrokers brokers = new KafkaBrokers(stack.bootstrapServers());
    private final KafkaProducer<String, String> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", topic),
            new StringSerializer(),
            new StringSerializer());

    @BeforeEach
    void writeARecordAndItsMarkerAndAnAbortedRecord() {
        stack.topics().create(topic, 1);
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "record"));
        producer.commitTransaction();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, "aborted"));
        producer.flush();
        producer.abortTransaction();
        // The broker acknowledges the end of a transaction before it has written the marker.
        await().atMost(Duration.ofSeconds(30)).until(() -> endOffset() == 4);
    }

    @AfterEach
    void close() {
        producer.close();
        admin.close();
    }

    @Test
    void tellRecordsFromMarkersAndAbortedRecords() throws Exception {
        assertThat(brokers.isAnyUnread(partition, new Position(0, 4, ""))).isTrue();
        assertThat(brokers.isAnyUnread(partition, new Position(1, 4, ""))).isFalse();
    }

    @Test
    void knowPositionsAndNotes() throws Exception {
        admin.alterConsumerGroupOffsets(topic, Map.of(partition, new OffsetAndMetadata(1, "note")))
                .all()
                .get();
        assertThat(brokers.positions(Map.of(topic, topic::equals, "unknown-group", name -> false)))
                .isEqualTo(Map.of(topic, Map.of(partition, new Position(1, 4, "note")), "unknown-group", Map.of()));
    }

    @Test
    void findASinkWhoseGroupHasReadAndCommittedNothing() throws Exception {
        String group = "connect-" + topic;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "group.id",
                group,
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
            assertThat(brokers.positions(Map.of(group, topic::equals)))
                    .isEqualTo(Map.of(group, Map.of(partition, new Position(0, 4, ""))));
            assertThat(findAfterHalfAMinute(topic + ",no_such_topic")).containsOnlyKeys(topic);
        }
    }

    @Test
    void findNoSinkWhoseRecordsAreDeleted() throws Exception {
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                .all()
                .get();
        assertThat(brokers.isAnyUnread(partition, new Position(0, 4, ""))).isFalse();
        assertThat(findAfterHalfAMinute(topic)).isEmpty();
    }

    private long endOffset() throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private Map<String, WaitingNote> findAfterHalfAMinute(String topics) throws Exception {
        HandSetClock clock = new HandSetClock();
        SinkStallCheck check = new SinkStallCheck(brokers, clock);
        InstanceStatus running = new InstanceStatus("task 0", "RUNNING", "worker-1:8083", "");
        List<RegisteredConnector> sinks = List.of(new RegisteredConnector(
                new ConnectorDefinition(topic, new TreeMap<>(Map.of("topics", topics))),
                new ConnectorStatus(topic, "sink", running, List.of(running))));
        assertThat(check.find(sinks)).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        return check.find(sinks);
    }

    @Test
    void knowTheEndsOfTopicsThatExist() throws Exception {
        assertThat(brokers.ends(Set.of(topic, "no_such_topic"))).isEqualTo(Map.of(topic, 4L));
    }
}
