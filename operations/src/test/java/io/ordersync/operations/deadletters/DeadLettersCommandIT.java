package io.ordersync.operations.deadletters;

import static io.ordersync.operations.deadletters.record.DeadLetterSamples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ordersync.operations.deadletters.record.DeadLetterSamples;
import io.ordersync.operations.deadletters.record.PrintableText;
import io.ordersync.operations.deadletters.record.RecordAddress;
import io.ordersync.operations.deadletters.topic.KafkaClients;
import io.ordersync.operations.deadletters.topic.TopicReader;
import io.ordersync.stack.LocalStack;
import io.ordersync.stack.testing.TestStacks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeadLettersCommandIT {

    private static final String DLT = "orders-dlt";
    private static final String DLQ = "orders-sink-dlq";
    private static final long TIME = 1_763_679_349_101L;
    private static final LocalStack STACK = TestStacks.ofProcesses("dead-letters");
    private static final AtomicLong OFFSETS = new AtomicLong();

    private static KafkaProducer<byte[], byte[]> producer;

    private final String key = UUID.randomUUID().toString();
    private final RecordAddress origin = new RecordAddress("orders", 3, OFFSETS.incrementAndGet());

    @BeforeAll
    static void start() throws Exception {
        STACK.start(STACK.broker());
        Map<String, Object> client = Map.of("bootstrap.servers", STACK.broker().bootstrapServers());
        try (Admin admin = Admin.create(client)) {
            NewTopic orders = new NewTopic("orders", 6, (short) 1).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(orders, topic(DLT, 1), topic(DLQ, 2)))
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Kept for ever: the records of these tests are old enough to be deleted at once. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    @AfterAll
    static void stop() {
        producer.close();
        STACK.close();
    }

    @Test
    void listsTheDeadLettersOfBothTopics() {
        String bySpring =
                send(DLT, key, "value", DeadLetterSamples.bySpring(origin, TIME, "the payload is no order\nmore"));
        String byConnect =
                send(DLQ, key, "value-22", DeadLetterSamples.byConnect(origin, "Data too long for 'user_id'"));

        CommandResult run = command("list");

        assertThat(run.exit()).isZero();
        assertThat(row(run, bySpring))
                .containsSubsequence(origin + " ", "2025-11-20T22:55:49Z", " 5 ", key, "the payload is no order")
                .doesNotContain("more", "value");
        assertThat(row(run, byConnect))
                .containsSubsequence(origin + " ", "2025-11-20T22:55:49Z", " 8 ", key, "Data too long for 'user_id'");
        long rows = run.out().lines().filter(line -> line.startsWith("orders-")).count();
        assertThat(run.out()).contains("\nDead letters: " + rows + ", replayed: ");
    }

    @Test
    void listsOnlyTheGivenTopic() {
        send(DLT, key, "value", DeadLetterSamples.bySpring(origin, TIME, "cause"));
        send(DLQ, key, "value", DeadLetterSamples.byConnect(origin, "cause"));

        assertThat(command("--topic", DLQ).out()).contains(DLQ + ":").doesNotContain(DLT + ":");
    }

    @Test
    void jsonHoldsEverything() throws Exception {
        String cause = "first line\nsecond line";
        String address = send(DLT, "a\u001b\\", "value\n", DeadLetterSamples.bySpring(origin, TIME, cause));

        CommandResult run = command("list", "--json");

        String line = run.out()
                .lines()
                .filter(each -> each.contains(address))
                .findFirst()
                .orElseThrow();
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(line).isPrintable().doesNotContain("value\\n");
        assertThat(json.path("original").asText()).isEqualTo(origin.toString());
        assertThat(json.path("replayedTo").isNull()).isTrue();
        assertThat(json.path("bytes").asInt()).isEqualTo(6);
        assertThat(json.path("key").asText()).isEqualTo("a\u001b\\");
        assertThat(json.path("cause").asText()).isEqualTo(cause);
        assertThat(json.path("headers").findValuesAsText("name"))
                .contains("kafka_dlt-original-topic", "kafka_dlt-exception-fqcn");
        assertThat(command("--json", "--values").out()).contains("\"value\":\"value\\n\"");
    }

    @Test
    void printsNoControlSequences() {
        String evil = "\u001b]0;title\u0007\r\u202e" + key.substring(0, 4);
        String address = send(DLT, evil, "\u001b[2J" + "v".repeat(300), DeadLetterSamples.bySpring(origin, TIME, evil));

        CommandResult run = command("list", "--values");

        assertThat(run.out().replace("\n", "")).doesNotMatch("[\\p{Cntrl}\\p{Cf}]");
        assertThat(row(run, address)).contains("\\u{1b}]0;title\\u{7}\\r\\u{202e}");
        assertThat(run.out()).contains("\n    \\u{1b}[2Jvvv").doesNotContain("v".repeat(200));
    }

    @Test
    void replaysTheBytesToThePartitionOfTheKey() throws Exception {
        byte[] value = {0, 1, (byte) 0xff, '{'};
        Headers headers = DeadLetterSamples.byConnect(origin, "cause").add("traceparent", utf8("00-1-2-01"));
        String address = send(DLQ, utf8(key), value, headers);
        RecordMetadata beside = producer.send(new ProducerRecord<>("orders", utf8(key), utf8("beside")))
                .get();

        CommandResult run = command("replay", address);

        assertThat(run.exit()).isZero();
        ConsumerRecord<byte[], byte[]> replayed = replayed(key).get(0);
        assertThat(run.out()).isEqualTo(address + " -> " + RecordAddress.of(replayed) + "\n");
        assertThat(replayed.partition()).isEqualTo(beside.partition());
        assertThat(replayed.value()).isEqualTo(value);
        assertThat(Arrays.stream(replayed.headers().toArray())
                        .map(header -> header.key() + "=" + PrintableText.exact(header.value())))
                .containsExactly("traceparent=00-1-2-01", "order-sync-replayed-from=" + address);
        assertThat(row(command(), address)).contains(" " + RecordAddress.of(replayed) + " ");
    }

    @Test
    void replaysAnAddressAgain() {
        String address = send(DLT, key, "value", DeadLetterSamples.bySpring(origin, TIME, "cause"));

        command("replay", address);
        command("replay", address);

        List<ConsumerRecord<byte[], byte[]>> replayed = replayed(key);
        assertThat(replayed).hasSize(2);
        assertThat(row(command(), address)).contains(" " + RecordAddress.of(replayed.get(1)) + " ");
    }

    @Test
    void replaysEachPendingRecordOnce() {
        String first = send(DLT, key, "value", DeadLetterSamples.bySpring(origin, TIME, "cause"));
        String twin = send(DLQ, key, "value", DeadLetterSamples.byConnect(origin, "cause"));
        String withoutOrigin = send(
                DLQ,
                key,
                "other",
                DeadLetterSamples.bySpring(origin, TIME, "cause").remove("kafka_dlt-original-offset"));

        CommandResult dry = command("replay", "--all", "--dry-run");
        assertThat(dry.out()).contains(first + " would go to orders\n").doesNotContain(twin);
        assertThat(replayed(key)).isEmpty();

        CommandResult run = command("replay", "--all");
        assertThat(run.out())
                .contains(first + " -> orders:", withoutOrigin + " -> orders:")
                .doesNotContain(twin);
        assertThat(row(command(), twin))
                .contains(" " + RecordAddress.of(replayed(key).get(0)) + " ");

        assertThat(command("replay", "--all").out()).startsWith("Replayed: 0; ");
        assertThat(replayed(key))
                .extracting(each -> PrintableText.exact(each.value()))
                .containsExactlyInAnyOrder("value", "other");
    }

    @Test
    void replaysNothingIfAnAddressIsWrong() {
        String right = send(DLT, key, "value", DeadLetterSamples.bySpring(origin, TIME, "cause"));

        CommandResult run = command("replay", right, "orders-dlt:0:999999", "orders-dlt:9:0", "orders:3:0");

        assertThat(run).isEqualTo(new CommandResult(1, "", """
                orders-dlt:0:999999: there is no such record
                orders-dlt:9:0: there is no such record
                orders:3:0: dead letters are only in orders-dlt and orders-sink-dlq
                Nothing was sent.
                """));
        assertThat(replayed(key)).isEmpty();
    }

    @Test
    void namesDeadLettersThatCannotBeReplayed() {
        String keyless = send(DLQ, (byte[]) null, utf8("value"), DeadLetterSamples.byConnect(origin, "cause"));
        String right = send(
                DLQ,
                key,
                "value",
                DeadLetterSamples.byConnect(new RecordAddress("orders", 5, origin.offset()), "cause"));

        assertThat(row(command(), keyless)).contains(" (none) ");
        CommandResult chosen = command("replay", right, keyless);
        assertThat(chosen.exit()).isEqualTo(1);
        assertThat(chosen.err()).contains(keyless + ": cannot be replayed: it has no key");
        assertThat(replayed(key)).isEmpty();

        CommandResult all = command("replay", "--all");
        assertThat(all.exit()).isEqualTo(1);
        assertThat(all.err()).contains(keyless + ": cannot be replayed: it has no key");
        assertThat(replayed(key)).hasSize(1);
    }

    @Test
    void ignoresUncommittedRecords() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                STACK.broker().bootstrapServers(),
                "transactional.id",
                UUID.randomUUID().toString());
        String aborted = UUID.randomUUID().toString();
        String open = UUID.randomUUID().toString();
        try (var writer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            writer.initTransactions();
            writer.beginTransaction();
            writer.send(letter(DLQ, 1, utf8(aborted), utf8("value"), DeadLetterSamples.byConnect(origin, "cause")));
            writer.flush();
            writer.abortTransaction();
            writer.beginTransaction();
            writer.send(letter(DLQ, 1, utf8(open), utf8("value"), DeadLetterSamples.byConnect(origin, "cause")));
            writer.flush();
            CommandResult run = command();
            writer.abortTransaction();

            assertThat(run.exit()).isZero();
            assertThat(run.out()).doesNotContain(aborted, open);
        }
    }

    private static CommandResult command(String... words) {
        return CommandResult.of(
                Stream.concat(Stream.of("--bootstrap-server", STACK.broker().bootstrapServers()), Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String row(CommandResult run, String address) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(address + " "))
                .findFirst()
                .orElseThrow();
    }

    private static String send(String topic, String key, String value, Headers headers) {
        return send(topic, utf8(key), utf8(value), headers);
    }

    private static String send(String topic, byte[] key, byte[] value, Headers headers) {
        try {
            RecordMetadata sent =
                    producer.send(letter(topic, 0, key, value, headers)).get();
            return new RecordAddress(topic, sent.partition(), sent.offset()).toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static ProducerRecord<byte[], byte[]> letter(
            String topic, int partition, byte[] key, byte[] value, Headers headers) {
        return new ProducerRecord<>(topic, partition, TIME, key, value, headers);
    }

    /** The replayed records of a key, in their order. */
    private static List<ConsumerRecord<byte[], byte[]>> replayed(String key) {
        try (TopicReader reader = new TopicReader(KafkaClients.of(STACK.broker().bootstrapServers(), null))) {
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            reader.read(List.of("orders"), records::addAll);
            return records.stream()
                    .filter(record -> key.equals(PrintableText.exact(record.key())))
                    .filter(record -> Optional.ofNullable(record.headers().lastHeader("order-sync-replayed-from"))
                            .isPresent())
                    .toList();
        }
    }
}
