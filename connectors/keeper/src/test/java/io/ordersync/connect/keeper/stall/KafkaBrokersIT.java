package io.ordersync.connect.keeper.stall;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.stack.testing.connect.TestStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KafkaBrokersIT {

    private final TestStack stack = TestStack.running();
    private final String topic = "stall_" + UUID.randomUUID().toString().substring(0, 8);
    private final TopicPartition partition = new TopicPartition(topic, 0);
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
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void tellRecordsFromMarkersAndAbortedRecords() throws Exception {
        assertThat(brokers.isAnyUnread(partition, new Position(0, 4, ""))).isTrue();
        assertThat(brokers.isAnyUnread(partition, new Position(1, 4, ""))).isFalse();
    }

    @Test
    void knowPositionsAndNotes() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.alterConsumerGroupOffsets(topic, Map.of(partition, new OffsetAndMetadata(1, "note")))
                    .all()
                    .get();
        }
        assertThat(brokers.positions(List.of(topic, "unknown-group")))
                .containsEntry(topic, Map.of(partition, new Position(1, 4, "note")));
    }

    @Test
    void knowTheEndsOfTopicsThatExist() throws Exception {
        assertThat(brokers.ends(Set.of(topic, "no_such_topic"))).isEqualTo(Map.of(topic, 4L));
    }
}
