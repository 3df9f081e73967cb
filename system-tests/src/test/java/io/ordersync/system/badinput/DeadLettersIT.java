package io.ordersync.system.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderEnvelope;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrderSystemExtension;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OrderSystemExtension.class)
class DeadLettersIT {

    private final OrderSystem system;

    DeadLettersIT(OrderSystem system) {
        this.system = system;
    }

    @Test
    void makesAnUnreadableRecordADeadLetterAndProcessesTheOthers() {
        String product = system.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();
        byte[] broken = "{\"schema\":".getBytes(UTF_8);

        UUID before = system.orders(1).place("user-1", product, 1, 1000);
        RecordMetadata sent = system.topic().append(key, broken);
        UUID after = system.orders(1).place("user-1", product, 1, 1000);

        system.awaitDecided(List.of(before, after));
        system.awaitConsumed();
        for (String topic : List.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)) {
            ConsumerRecord<byte[], byte[]> letter = onlyLetter(topic, key);
            assertThat(letter.value()).as("the bytes in %s", topic).isEqualTo(broken);
        }
        ConsumerRecord<byte[], byte[]> letter = onlyLetter(Topics.ORDERS_DLT, key);
        assertThat(header(letter, "kafka_dlt-original-topic")).isEqualTo(Topics.ORDERS.getBytes(UTF_8));
        assertThat(header(letter, "kafka_dlt-exception-message")).isNotEmpty();
        assertThat(header(onlyLetter(Topics.ORDERS_SINK_DLQ, key), "__connect.errors.offset"))
                .isEqualTo(Long.toString(sent.offset()).getBytes(UTF_8));
    }

    @Test
    void makesARefusedRowADeadLetterAndWritesTheOthers() {
        String product = system.newProduct(1000, 10);
        OrderRecord order = pending(product);
        byte[] tooLong = new String(OrderEnvelope.write(order), UTF_8)
                .replace("\"user-1\"", "\"" + "u".repeat(65) + "\"")
                .getBytes(UTF_8);

        UUID before = system.orders(1).place("user-1", product, 1, 1000);
        system.topic().append(order.orderId().toString(), tooLong);
        UUID after = system.orders(1).place("user-1", product, 1, 1000);

        system.awaitDecided(List.of(before, after));
        system.awaitConsumed();
        onlyLetter(Topics.ORDERS_SINK_DLQ, order.orderId().toString());
        onlyLetter(Topics.ORDERS_DLT, order.orderId().toString());
        assertThat(system.tables().stockOf(product)).isEqualTo(8);
    }

    @Test
    void keepsARecordThatIsLargeOnlyAfterDecompression() {
        String product = system.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();
        byte[] zeros = new byte[20_000_000];

        system.topic().appendCompressed(key, zeros);

        assertThatOrdersGoThrough(product);
        for (String topic : List.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)) {
            assertThat(Arrays.equals(onlyLetter(topic, key).value(), zeros))
                    .as("all of its bytes in %s", topic)
                    .isTrue();
        }
    }

    @Test
    void writesANoteInsteadOfARecordThatIsTooLarge() {
        String product = system.newProduct(1000, 10);
        byte[] zeros = new byte[40_000_000];

        RecordMetadata sent = system.topic().appendCompressed(UUID.randomUUID().toString(), zeros);

        assertThatOrdersGoThrough(product);
        assertThat(header(onlyNote(Topics.ORDERS_DLT, sent), "kafka_dlt-exception-message"))
                .isNotEmpty();
        assertThat(header(onlyNote(Topics.ORDERS_SINK_DLQ, sent), "__connect.errors.exception.message"))
                .isNotEmpty();
    }

    @Test
    void refusesARecordWithTheKeyOfAnotherOrder() {
        String product = system.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();

        system.topic().append(key, OrderEnvelope.write(pending(product)));

        system.awaitConsumed();
        onlyLetter(Topics.ORDERS_DLT, key);
        onlyLetter(Topics.ORDERS_SINK_DLQ, key);
        assertThat(system.tables().rowsOf(product)).isEmpty();
        assertThat(system.tables().stockOf(product)).isEqualTo(10);
    }

    @Test
    void answersAReplayedOutcomeFromTheLedger() {
        String product = system.newProduct(1000, 10);
        UUID order = system.orders(1).place("user-1", product, 4, 1000);
        system.awaitDecided(List.of(order));
        OrderRecord confirmed = system.topic().statesOf(order).get(1);
        assertThat(system.orders(2).cancel(order).statusCode()).isEqualTo(202);
        system.awaitConsumed();
        assertThat(system.topic().lastStatesOf(Set.of(order))).containsEntry(order, OrderStatus.CANCELLED);

        system.topic().replay(confirmed);
        system.topic().replay(confirmed);

        system.awaitConsumed();
        assertThat(system.topic().lastStatesOf(Set.of(order))).containsEntry(order, OrderStatus.CANCELLED);
        assertThat(system.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 1));
        assertThat(system.tables().stockOf(product)).isEqualTo(10);
    }

    /** Appends a record to every partition, including that of the previous record. */
    private void assertThatOrdersGoThrough(String product) {
        List<UUID> after = IntStream.range(0, 30)
                .mapToObj(n -> system.orders(1).place("user-1", product, 1, 1000))
                .toList();
        system.awaitDecided(after);
        system.awaitConsumed();
    }

    private ConsumerRecord<byte[], byte[]> onlyLetter(String topic, String key) {
        List<ConsumerRecord<byte[], byte[]>> letters = system.topic().letters(topic).stream()
                .filter(record -> record.key() != null && key.equals(new String(record.key(), UTF_8)))
                .toList();
        assertThat(letters).as("dead letters in %s", topic).hasSize(1);
        return letters.get(0);
    }

    private ConsumerRecord<byte[], byte[]> onlyNote(String topic, RecordMetadata record) {
        List<ConsumerRecord<byte[], byte[]>> notes = system.topic().letters(topic).stream()
                .filter(letter -> letter.key() == null)
                .toList();
        assertThat(notes).as("notes in %s", topic).hasSize(1);
        assertThat(new String(notes.get(0).value(), UTF_8).replace(" ", ""))
                .contains(
                        "\"partition\":" + record.partition(),
                        "\"offset\":" + record.offset(),
                        "\"valueBytes\":40000000");
        return notes.get(0);
    }

    private static byte[] header(ConsumerRecord<byte[], byte[]> record, String name) {
        return record.headers().lastHeader(name).value();
    }

    private static OrderRecord pending(String product) {
        Instant now = Instant.now();
        return new OrderRecord(
                UUID.randomUUID(), "user-1", product, 1, 1000, 1000, OrderStatus.PENDING, null, now, now);
    }
}
