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

    private final OrderSystem shop;

    DeadLettersIT(OrderSystem shop) {
        this.shop = shop;
    }

    @Test
    void putsAnUnreadableRecordAsideWhileItsNeighboursGoThrough() {
        String product = shop.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();
        byte[] broken = "{\"schema\":".getBytes(UTF_8);

        UUID before = shop.orders(1).place("user-1", product, 1, 1000);
        RecordMetadata sent = shop.topic().append(key, broken);
        UUID after = shop.orders(1).place("user-1", product, 1, 1000);

        shop.awaitDecided(List.of(before, after));
        shop.awaitConsumed();
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
    void putsARowThatTheDatabaseRefusesAsideWhileItsNeighboursAreWritten() {
        String product = shop.newProduct(1000, 10);
        OrderRecord order = pending(product);
        byte[] tooLong = new String(OrderEnvelope.write(order), UTF_8)
                .replace("\"user-1\"", "\"" + "u".repeat(65) + "\"")
                .getBytes(UTF_8);

        UUID before = shop.orders(1).place("user-1", product, 1, 1000);
        shop.topic().append(order.orderId().toString(), tooLong);
        UUID after = shop.orders(1).place("user-1", product, 1, 1000);

        shop.awaitDecided(List.of(before, after));
        shop.awaitConsumed();
        onlyLetter(Topics.ORDERS_SINK_DLQ, order.orderId().toString());
        onlyLetter(Topics.ORDERS_DLT, order.orderId().toString());
        assertThat(shop.tables().stockOf(product)).isEqualTo(8);
    }

    @Test
    void keepsARecordThatIsSmallOnTheTopicOnly() {
        String product = shop.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();
        byte[] zeros = new byte[20_000_000];

        shop.topic().appendCompressed(key, zeros);

        assertThatOrdersGoThrough(product);
        assertThat(Arrays.equals(onlyLetter(Topics.ORDERS_DLT, key).value(), zeros))
                .as("all of its bytes")
                .isTrue();
    }

    @Test
    void leavesANoteInPlaceOfARecordThatIsTooLargeToBeKept() {
        String product = shop.newProduct(1000, 10);
        byte[] zeros = new byte[40_000_000];

        RecordMetadata sent = shop.topic().appendCompressed(UUID.randomUUID().toString(), zeros);

        assertThatOrdersGoThrough(product);
        List<ConsumerRecord<byte[], byte[]>> notes = shop.topic().read(Topics.ORDERS_DLT).stream()
                .filter(record -> record.key() == null)
                .toList();
        assertThat(notes).hasSize(1);
        assertThat(new String(notes.get(0).value(), UTF_8))
                .contains(
                        "\"partition\": " + sent.partition(),
                        "\"offset\": " + sent.offset(),
                        "\"valueBytes\": 40000000");
        assertThat(header(notes.get(0), "kafka_dlt-exception-message")).isNotEmpty();
    }

    @Test
    void trustsNoRecordWhoseKeyIsAnotherOrders() {
        String product = shop.newProduct(1000, 10);
        String key = UUID.randomUUID().toString();

        shop.topic().append(key, OrderEnvelope.write(pending(product)));

        shop.awaitConsumed();
        onlyLetter(Topics.ORDERS_DLT, key);
        onlyLetter(Topics.ORDERS_SINK_DLQ, key);
        assertThat(shop.tables().rowsOf(product)).isEmpty();
        assertThat(shop.tables().stockOf(product)).isEqualTo(10);
    }

    @Test
    void letsTheLedgerSpeakWhenAnOutcomeIsReplayed() {
        String product = shop.newProduct(1000, 10);
        UUID order = shop.orders(1).place("user-1", product, 4, 1000);
        shop.awaitDecided(List.of(order));
        OrderRecord confirmed = shop.topic().statesOf(order).get(1);
        assertThat(shop.orders(2).cancel(order).statusCode()).isEqualTo(202);
        shop.awaitConsumed();
        assertThat(shop.topic().lastStatesOf(Set.of(order))).containsEntry(order, OrderStatus.CANCELLED);

        shop.topic().replay(confirmed);
        shop.topic().replay(confirmed);

        shop.awaitConsumed();
        assertThat(shop.topic().lastStatesOf(Set.of(order))).containsEntry(order, OrderStatus.CANCELLED);
        assertThat(shop.tables().rowsOf(product)).isEqualTo(Map.of(OrderStatus.CANCELLED, 1));
        assertThat(shop.tables().stockOf(product)).isEqualTo(10);
    }

    /** In every partition, so in the one of the record before them as well. */
    private void assertThatOrdersGoThrough(String product) {
        List<UUID> after = IntStream.range(0, 30)
                .mapToObj(n -> shop.orders(1).place("user-1", product, 1, 1000))
                .toList();
        shop.awaitDecided(after);
        shop.awaitConsumed();
    }

    private ConsumerRecord<byte[], byte[]> onlyLetter(String topic, String key) {
        List<ConsumerRecord<byte[], byte[]>> letters = shop.topic().read(topic).stream()
                .filter(record -> record.key() != null && key.equals(new String(record.key(), UTF_8)))
                .toList();
        assertThat(letters).as("dead letters in %s", topic).hasSize(1);
        return letters.get(0);
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
