package io.ordersync.system.chaos;

import io.ordersync.contract.OrderStatus;
import io.ordersync.system.fixture.OrderSystem;
import io.ordersync.system.fixture.OrdersTopic;
import io.ordersync.system.fixture.ServiceClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the system is whole again: each order-service takes orders and they become rows with a final status, both
 * catalog-services are members of their group, and the connector runs with all its tasks.
 */
final class Recovery {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration OFTEN = Duration.ofMillis(250);

    private final OrderSystem shop;
    private final List<Purchase> purchases;

    Recovery(OrderSystem shop, String product) {
        this.shop = shop;
        this.purchases = IntStream.rangeClosed(1, 2)
                .mapToObj(n -> UUID.randomUUID())
                .map(id -> new Purchase("probe-" + id, "probe-" + id, product, 1))
                .toList();
    }

    /**
     * Returns the purchases that it has made.
     *
     * @throws AssertionError if an order is answered as it must not be, or the system does not become whole
     */
    List<Purchase> await(String after) {
        Awaitility.await(after)
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .ignoreExceptionsMatching(Exception.class::isInstance)
                .until(() -> ordersGoThrough() && groupIsComplete() && connectorRuns());
        return purchases;
    }

    private boolean ordersGoThrough() {
        for (int instance = 1; instance <= 2; instance++) {
            Purchase purchase = purchases.get(instance - 1);
            if (!purchase.wasTold() && !isPlaced(purchase, instance)) {
                return false;
            }
        }
        List<UUID> orders = purchases.stream()
                .map(Purchase::told)
                .flatMap(Collection::stream)
                .toList();
        Map<UUID, OrderStatus> rows = shop.tables().rowsOf(orders);
        return rows.keySet().containsAll(orders) && rows.values().stream().allMatch(OrderStatus::isFinal);
    }

    private boolean isPlaced(Purchase purchase, int instance) {
        @Nullable HttpResponse<String> answer = Customers.answer(purchase.orderAt(shop.orders(instance)));
        if (answer == null || answer.statusCode() == 503) {
            return false;
        }
        purchase.isTold(ServiceClient.created(answer));
        return true;
    }

    /** Asked by a client of its own, since connections of older ones may be lost. */
    private boolean groupIsComplete() {
        try (OrdersTopic topic = new OrdersTopic(shop.stack().broker().bootstrapServers())) {
            return topic.membersOf("catalog-service") == 2;
        }
    }

    private boolean connectorRuns() {
        List<String> states = new ServiceClient(shop.stack().worker().url())
                .getJson("/connectors/orders-sink/status")
                .findValuesAsString("state");
        return states.equals(List.of("RUNNING", "RUNNING", "RUNNING"));
    }
}
