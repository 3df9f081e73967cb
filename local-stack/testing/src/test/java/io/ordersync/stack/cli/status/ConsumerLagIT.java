package io.ordersync.stack.cli.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConsumerLagIT {

    private static final TopicPartition PARTITION = new TopicPartition("transactional", 0);
    private static final LocalStack STACK = TestStacks.ofProcesses("lag");
    private static Admin admin;

    @BeforeAll
    static void writeTwoTransactionsOfOneRecord() throws Exception {
        STACK.start(STACK.broker());
        admin = Admin.create(Map.of("bootstrap.servers", STACK.broker().bootstrapServers()));
        admin.createTopics(Set.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
                .all()
                .get(30, TimeUnit.SECONDS);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", STACK.broker().bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int each = 0; each < 2; each++) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(PARTITION.topic(), "record"));
                producer.commitTransaction();
            }
        }
        // The broker acknowledges a commit before it has written the marker of the transaction.
        await().atMost(30, TimeUnit.SECONDS).until(() -> endOffset() == 4);
    }

    @AfterAll
    static void stop() {
        admin.close(Duration.ofSeconds(5));
        STACK.close();
    }

    @Test
    void isZeroAtTheEndOfTheTopic() throws Exception {
        assertThat(lagAfterReadingUpTo(4)).isZero();
    }

    @Test
    void countsRecordsAndTransactionMarkers() throws Exception {
        assertThat(lagAfterReadingUpTo(3)).as("a marker").isEqualTo(1);
        assertThat(lagAfterReadingUpTo(1))
                .as("a marker, then a record and its marker")
                .isEqualTo(3);
        assertThat(lagAfterReadingUpTo(0)).isEqualTo(4);
    }

    private static long endOffset() throws Exception {
        return admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest()))
                .partitionResult(PARTITION)
                .get(30, TimeUnit.SECONDS)
                .offset();
    }

    private static long lagAfterReadingUpTo(long offset) throws Exception {
        String group = "reader-" + offset;
        admin.alterConsumerGroupOffsets(group, Map.of(PARTITION, new OffsetAndMetadata(offset)))
                .all()
                .get(30, TimeUnit.SECONDS);
        return new ConsumerLag(admin).measure(group);
    }
}
