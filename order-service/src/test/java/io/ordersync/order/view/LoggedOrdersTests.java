package io.ordersync.order.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoggedOrdersTests {

    private static final Instant PLACED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = PLACED.plusSeconds(1);
    private static final UUID ID = UUID.randomUUID();

    @Test
    void takesTheFirstOfTwoRequests() {
        assertThat(logged(at(0, pending(1)), at(0, pending(2))).newest()).contains(pending(1));
    }

    @Test
    void takesTheHighestRevisionWhereverItIs() {
        Order confirmed = state(pending(1), OrderStatus.CONFIRMED);

        assertThat(logged(at(0, confirmed), at(1, pending(1))).newest()).contains(confirmed);
    }

    @Test
    void takesTheOutcomesContentEvenIfAnotherRequestWasFirst() {
        Order confirmed = state(pending(2), OrderStatus.CONFIRMED);

        assertThat(logged(at(0, pending(1)), at(0, confirmed)).newest()).contains(confirmed);
    }

    @Test
    void takesTheFirstRequestsContentForACancellation() {
        Order cancelling = state(pending(2), OrderStatus.CANCELLING);

        assertThat(logged(at(0, pending(1)), at(0, cancelling)).newest())
                .contains(pending(1).cancelling(LATER));
    }

    @Test
    void keepsARowThatIsAsNewAsTheLog() {
        assertThat(logged(at(0, pending(2))).newerOf(pending(1))).isEqualTo(pending(1));
        assertThat(logged().newerOf(pending(1))).isEqualTo(pending(1));
        Order cancelled = state(pending(1), OrderStatus.CANCELLED);
        assertThat(logged(at(0, cancelled)).newerOf(pending(1))).isEqualTo(cancelled);
    }

    @Test
    void isContestedByDifferentRequestsInTwoPartitionsUntilTheyAreDecided() {
        assertThat(logged(at(0, pending(1)), at(1, pending(2))).isContested()).isTrue();
        assertThat(logged(at(0, pending(1)), at(0, pending(2))).isContested())
                .as("in one partition")
                .isFalse();
        assertThat(logged(at(0, pending(1)), at(1, pending(1))).isContested())
                .as("the same content")
                .isFalse();
        assertThat(logged(at(0, pending(1)), at(1, pending(2)), at(1, state(pending(2), OrderStatus.REJECTED)))
                        .isContested())
                .as("decided")
                .isFalse();
    }

    private static LoggedOrders logged(LoggedOrder... states) {
        return new LoggedOrders(List.of(states), 2);
    }

    private static LoggedOrder at(int partition, Order order) {
        return new LoggedOrder(partition, 7, order);
    }

    private static Order pending(int qty) {
        return Order.pending(ID, new NewOrder("user-1", "CATALOG-001", qty, 1500), PLACED);
    }

    private static Order state(Order order, OrderStatus status) {
        return new Order(
                order.id(),
                order.userId(),
                order.productId(),
                order.qty(),
                order.unitPrice(),
                order.totalPrice(),
                status,
                null,
                order.createdAt(),
                LATER);
    }
}
