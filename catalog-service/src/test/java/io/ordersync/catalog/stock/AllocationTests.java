package io.ordersync.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllocationTests {

    private static final Instant ORDERED = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-01-01T10:00:01Z");

    private final Allocation allocation =
            new Allocation(Map.of("BERLIN", new Product("BERLIN", "Berlin", 1500, 10)), Map.of(), DECIDED);

    @Test
    void confirmsAnOrderThatIsInStock() {
        OrderRecord order = order("BERLIN", 4, 1500);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.CONFIRMED, null, DECIDED));
        assertThat(allocation.entry().moved()).containsExactly(Map.entry("BERLIN", -4L));
    }

    @Test
    void sellsTheLastPieceAndNoMore() {
        assertThat(allocation.decide(order("BERLIN", 6, 1500)).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(allocation.decide(order("BERLIN", 5, 1500)).reason()).isEqualTo("OUT_OF_STOCK");
        assertThat(allocation.decide(order("BERLIN", 4, 1500)).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(allocation.decide(order("BERLIN", 1, 1500)).reason()).isEqualTo("OUT_OF_STOCK");
        assertThat(allocation.entry().moved()).containsExactly(Map.entry("BERLIN", -10L));
    }

    @Test
    void addsUpMorePiecesThanAnIntHolds() {
        var plenty =
                new Allocation(Map.of("BERLIN", new Product("BERLIN", "Berlin", 1, 3_000_000_000L)), Map.of(), DECIDED);

        IntStream.range(0, 2_500).forEach(n -> plenty.decide(order("BERLIN", 1_000_000, 1)));

        assertThat(plenty.entry().moved()).containsExactly(Map.entry("BERLIN", -2_500_000_000L));
    }

    @Test
    void rejectsAPriceThatDiffersFromTheCatalog() {
        OrderRecord order = order("BERLIN", 1, 1499);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.REJECTED, "PRICE_CHANGED", DECIDED));
        assertThat(allocation.entry().moved()).isEmpty();
    }

    @Test
    void rejectsAnUnknownProduct() {
        OrderRecord order = order("ATLANTIS", 1, 1500);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.REJECTED, "UNKNOWN_PRODUCT", DECIDED));
    }

    @Test
    void givesBackTheStockOfACancelledOrder() {
        OrderRecord order = order("BERLIN", 10, 1500);
        OrderRecord cancelled = order.become(OrderStatus.CANCELLED, null, DECIDED);
        allocation.decide(order);

        assertThat(allocation.decide(cancelling(order))).isEqualTo(cancelled);
        assertThat(allocation.decide(cancelling(order))).isEqualTo(cancelled);
        assertThat(allocation.decide(order)).isEqualTo(cancelled);
        assertThat(allocation.entry().moved()).containsExactly(Map.entry("BERLIN", 0L));
        assertThat(allocation.entry().added()).containsExactly(cancelled);
        assertThat(allocation.entry().changed()).isEmpty();
    }

    @Test
    void sellsStockThatWasGivenBackInTheSameBatch() {
        OrderRecord first = order("BERLIN", 10, 1500);
        allocation.decide(first);
        allocation.decide(cancelling(first));

        assertThat(allocation.decide(order("BERLIN", 10, 1500)).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(allocation.decide(order("BERLIN", 1, 1500)).status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void cancelsAnOrderThatWasConfirmedInAnEarlierBatch() {
        OrderRecord confirmed = order("BERLIN", 3, 1500).become(OrderStatus.CONFIRMED, null, ORDERED);
        var later = new Allocation(Map.of(), Map.of(confirmed.orderId(), confirmed), DECIDED);

        OrderRecord cancelled = later.decide(cancelling(confirmed));

        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(later.entry().moved()).containsExactly(Map.entry("BERLIN", 3L));
        assertThat(later.entry().added()).isEmpty();
        assertThat(later.entry().changed()).containsExactly(cancelled);
    }

    @Test
    void leavesARejectedOrderRejected() {
        OrderRecord order = order("BERLIN", 11, 1500);
        OrderRecord rejected = allocation.decide(order);

        assertThat(allocation.decide(cancelling(order))).isEqualTo(rejected);
        assertThat(allocation.entry().moved()).isEmpty();
    }

    @Test
    void cancelsAnOrderThatArrivesAfterItsCancellation() {
        OrderRecord order = order("BERLIN", 3, 1500);

        assertThat(allocation.decide(cancelling(order)).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(allocation.decide(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(allocation.entry().moved()).isEmpty();
    }

    private static OrderRecord cancelling(OrderRecord order) {
        return order.become(OrderStatus.CANCELLING, null, DECIDED);
    }

    private static OrderRecord order(String productId, int qty, int unitPrice) {
        return new OrderRecord(
                UUID.randomUUID(),
                "user-1",
                productId,
                qty,
                unitPrice,
                qty * unitPrice,
                OrderStatus.PENDING,
                null,
                ORDERED,
                ORDERED);
    }
}
