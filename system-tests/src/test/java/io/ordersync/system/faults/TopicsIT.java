package io.ordersync.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Topics are deleted while the system runs. The tests have a system of their own, since it loses its log. */
class TopicsIT {

    private static final int PRICE = 1000;
    private static final int PIECES = 1000;
    private static OrderSystem system;

    @BeforeAll
    static void start() {
        system = OrderSystem.open("topics");
    }

    @AfterAll
    static void close() {
        system.close();
    }

    @Test
    void decidesOrdersAndKeepsDeadLettersAfterBothDeadLetterTopicsWereDeleted() {
        String product = system.newProduct(PRICE, PIECES);
        system.awaitDecided(place(product, 1));
        system.topic().delete(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ);

        system.topic().append("broken", "{".getBytes(UTF_8));
        system.awaitDecided(place(product, 12));

        for (String letters : List.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)) {
            await().atMost(OrderSystem.SOON)
                    .untilAsserted(() -> assertThat(system.topic().letters(letters))
                            .as(letters)
                            .extracting(letter -> new String(letter.key(), UTF_8))
                            .containsExactly("broken"));
            assertThat(system.topic().settingOf(letters, "retention.ms")).contains("-1");
            assertThat(system.topic().settingOf(letters, "max.message.bytes")).contains("16777216");
        }
    }

    @Test
    void cancelsOrdersThatOnlyTheTablesHave() {
        String product = system.newProduct(PRICE, PIECES);
        List<UUID> orders = place(product, 24);
        system.awaitDecided(orders);
        system.awaitConsumed();
        system.topic().delete(Topics.ORDERS);

        orders.forEach(TopicsIT::cancel);

        await().atMost(OrderSystem.SOON).untilAsserted(() -> {
            assertThat(system.tables().rowsOf(orders)).hasSize(orders.size());
            assertThat(system.tables().rowsOf(orders).values()).containsOnly(OrderStatus.CANCELLED);
            assertThat(system.tables().ledgerOf(orders).values()).containsOnly(OrderStatus.CANCELLED);
        });
        assertThat(system.tables().stockOf(product)).isEqualTo(PIECES);
        assertThat(system.topic().settingOf(Topics.ORDERS, "cleanup.policy")).contains("compact");
        system.awaitDecided(place(product, 12));
    }

    private static List<UUID> place(String product, int count) {
        List<UUID> orders = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            orders.add(system.orders(1 + n % 2).place("user", product, 1, PRICE));
        }
        return orders;
    }

    /** Repeats the request while there is no topic. */
    private static void cancel(UUID order) {
        await().atMost(OrderSystem.SOON)
                .until(() -> system.orders(1).cancel(order).statusCode() == 202);
    }
}
