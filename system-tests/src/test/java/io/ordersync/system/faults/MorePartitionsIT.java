package io.ordersync.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topic {@code orders} gets partitions under load. */
class MorePartitionsIT {

    private static final int PRICE = 1000;
    private static final int ORDERS = 50;
    private static final int PIECES = 1_000_000;
    private static final long SEED = Long.getLong("partitions.seed", System.nanoTime());

    /** Twice the time after which every client of the brokers has asked for the partitions again. */
    private static final Duration SOON_KNOWN = Duration.ofSeconds(10);

    private final OrderSystem system = OrderSystem.open("partitions");

    @AfterEach
    void close() {
        system.close();
    }

    /** States of an order are in two partitions, and reach two catalog-services and two sink tasks in any order. */
    @Test
    void tableLedgerAndStockAgreeWhenPartitionsAreAddedUnderLoad() {
        String product = system.newProduct(PRICE, PIECES);
        ContestedOrders load = new ContestedOrders(system, product, PRICE, SEED);
        awaitMoreOrders(load);
        growTo(9, load);
        awaitMoreOrders(load);
        growTo(13, load);
        awaitMoreOrders(load);
        load.stop();

        system.awaitConsumed();
        system.awaitConsumed(); // the first wait was for requests; now their outcomes are on the topic

        assertThat(ordersInTwoPartitions())
                .as("orders with states in two partitions")
                .isPositive();
        assertThat(system.tables().rowsOf(load.accepted())).hasSameSizeAs(load.accepted());
        assertThat(system.tables().rowsThatDifferFromTheLedger())
                .as("rows that differ from the ledger, seed %d", SEED)
                .isZero();
        assertThat(system.tables().rowsOf(load.cancelled()).values())
                .as("orders whose cancellation was accepted")
                .isNotEmpty()
                .containsOnly(OrderStatus.CANCELLED);
        assertThat(system.tables().rowsOf(product).keySet())
                .isSubsetOf(EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.CANCELLED));
        assertThat(system.tables().stockOf(product))
                .isEqualTo(PIECES - system.tables().confirmedOf(product));
        assertThat(system.topic().letters(Topics.ORDERS_DLT)).isEmpty();
        assertThat(system.topic().letters(Topics.ORDERS_SINK_DLQ)).isEmpty();
    }

    private long ordersInTwoPartitions() {
        return system.topic().records().stream()
                .collect(groupingBy(
                        record -> new String(record.key(), UTF_8), mapping(ConsumerRecord::partition, toSet())))
                .values()
                .stream()
                .filter(partitions -> partitions.size() > 1)
                .count();
    }

    private static void awaitMoreOrders(ContestedOrders load) {
        int accepted = load.accepted().size();
        await().atMost(OrderSystem.SOON).until(() -> load.accepted().size() >= accepted + ORDERS);
    }

    /** Adds partitions, and cancels orders of before when the new partitions are in use. */
    private void growTo(int partitions, ContestedOrders load) {
        List<UUID> placed = List.copyOf(load.accepted());
        int before = system.topic().ends().size();
        system.topic().growTo(partitions);
        await().atMost(SOON_KNOWN)
                .until(() -> system.topic().ends().entrySet().stream()
                        .anyMatch(end -> end.getKey().partition() >= before && end.getValue() > 0));
        placed.forEach(load::cancel);
    }
}
