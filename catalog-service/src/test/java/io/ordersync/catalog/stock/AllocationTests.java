package io.ordersync.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AllocationTests {

    private static final Instant ORDERED = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant DECIDED = Instant.parse("2026-01-01T10:00:01Z");

    private final Allocation allocation =
            new Allocation(Map.of("BERLIN", new Product("BERLIN", "Berlin", 1500, 10)), DECIDED);

    @Test
    void confirmsWhatIsInStock() {
        OrderRecord order = order("BERLIN", 4, 1500);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.CONFIRMED, null, DECIDED));
        assertThat(allocation.taken()).containsExactly(Map.entry("BERLIN", 4));
    }

    @Test
    void sellsTheLastPieceButNotOneMore() {
        assertThat(allocation.decide(order("BERLIN", 6, 1500)).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(allocation.decide(order("BERLIN", 5, 1500)).reason()).isEqualTo("OUT_OF_STOCK");
        assertThat(allocation.decide(order("BERLIN", 4, 1500)).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(allocation.decide(order("BERLIN", 1, 1500)).reason()).isEqualTo("OUT_OF_STOCK");
        assertThat(allocation.taken()).containsExactly(Map.entry("BERLIN", 10));
    }

    @Test
    void rejectsAPriceThatIsNotTheCatalogs() {
        OrderRecord order = order("BERLIN", 1, 1499);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.REJECTED, "PRICE_CHANGED", DECIDED));
        assertThat(allocation.taken()).isEmpty();
    }

    @Test
    void rejectsAnUnknownProduct() {
        OrderRecord order = order("ATLANTIS", 1, 1500);

        assertThat(allocation.decide(order)).isEqualTo(order.become(OrderStatus.REJECTED, "UNKNOWN_PRODUCT", DECIDED));
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
