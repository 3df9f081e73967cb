package io.ordersync.system.chaos;

import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Topics;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrdersTopic;
import io.ordersync.system.fixture.ServiceClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the system has recovered: each order-service accepts orders and they become rows with a final status, both
 * catalog-services are members of their group, and the connector runs with all its tasks.
 */
final class Recovery {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final OrderSystem system;
    private final List<Purchase> purchases;

    Recovery(OrderSystem system, String product) {
        this.system = system;
        this.purchases = IntStream.rangeClosed(1, 2)
                .mapToObj(n -> UUID.randomUUID())
                .map(id -> new Purchase("probe-" + id, "probe-" + id, product, 1))
                .toList();
    }

    /**
     * Returns the purchases that tested the recovery.
     *
     * @throws AssertionError if an order gets an unexpected answer, or the system does not recover in time
     */
    List<Purchase> await(String after) {
        Awaitility.await(after)
                .atMost(LIMIT)
                .pollInterval(INTERVAL)
                .ignoreExceptionsMatching(Exception.class::isInstance)
                .until(() -> ordersGoThrough() && groupIsComplete() && connectorRuns() && deadLetterTopicsExist());
        return purchases;
    }

    private boolean ordersGoThrough() {
        for (int instance = 1; instance <= 2; instance++) {
            Purchase purchase = purchases.get(instance - 1);
            if (!purchase.isConfirmed() && !isPlaced(purchase, instance)) {
                return false;
            }
        }
        List<UUID> orders = purchases.stream()
                .map(Purchase::confirmedOrders)
                .flatMap(Collection::stream)
                .toList();
        Map<UUID, OrderStatus> rows = system.tables().rowsOf(orders);
        return rows.keySet().containsAll(orders) && rows.values().stream().allMatch(OrderStatus::isFinal);
    }

    private boolean isPlaced(Purchase purchase, int instance) {
        @Nullable HttpResponse<String> answer = Customers.answer(purchase.orderAt(system.orders(instance)));
        if (answer == null || answer.statusCode() == 503) {
            return false;
        }
        purchase.confirm(ServiceClient.created(answer));
        return true;
    }

    /** Uses a new client, because the connections of older ones may be lost. */
    private boolean groupIsComplete() {
        try (OrdersTopic topic = new OrdersTopic(system.stack().broker().bootstrapServers())) {
            return topic.membersOf("catalog-service") == 2;
        }
    }

    private boolean deadLetterTopicsExist() {
        return Stream.of(Topics.ORDERS_DLT, Topics.ORDERS_SINK_DLQ)
                .allMatch(name -> system.topic()
                        .settingOf(name, "retention.ms")
                        .filter("-1"::equals)
                        .isPresent());
    }

    private boolean connectorRuns() throws IOException, InterruptedException {
        return system.stack()
                .worker()
                .connect(Duration.ofSeconds(30))
                .status("orders-sink")
                .orElseThrow()
                .states()
                .equals("RUNNING RUNNING RUNNING");
    }
}
