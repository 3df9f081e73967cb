package io.ordersync.benchmarks.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordersync.contract.OrderStatus;
import io.ordersync.order.Order;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class OrderLogVariantsTests {

    private static final Order ORDER = new Order(
            UUID.randomUUID(), "u", "p", 1, 1000, 1000, OrderStatus.PENDING, null, Instant.EPOCH, Instant.EPOCH);

    private final CompletableFuture<Order> acknowledgement = new CompletableFuture<>();
    private final BlockingOrderLog blocking = new BlockingOrderLog(order -> acknowledgement);

    @Test
    void immediateLogAcknowledgesAtOnce() {
        assertThat(new ImmediateOrderLog().append(ORDER)).isCompletedWithValue(ORDER);
    }

    @Test
    void blockingLogReturnsAfterTheAcknowledgement() throws Exception {
        CompletableFuture<CompletableFuture<Order>> append =
                CompletableFuture.supplyAsync(() -> blocking.append(ORDER));
        assertThatThrownBy(() -> append.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        acknowledgement.complete(ORDER);
        assertThat(append.get(10, TimeUnit.SECONDS)).isCompletedWithValue(ORDER);
    }

    @Test
    void blockingLogReturnsAFailureAsAFuture() {
        acknowledgement.completeExceptionally(new IllegalStateException("no broker"));

        assertThat(blocking.append(ORDER)).isCompletedExceptionally();
    }
}
