package io.ordersync.order.placement;

import io.ordersync.order.IdempotencyKey;
import io.ordersync.order.NewOrder;
import io.ordersync.order.Order;
import io.ordersync.order.OrderIds;
import io.ordersync.order.OrderLog;
import io.ordersync.order.TotalPriceTooLarge;
import io.ordersync.order.lookup.FoundOrder;
import io.ordersync.order.lookup.OrderLookup;
import io.ordersync.order.view.ViewBehind;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Appends new orders to the order log. */
@Service
@RequiredArgsConstructor
public class OrderPlacement {

    private final OrderLog log;
    private final OrderLookup lookup;
    private final OrderIds ids;
    private final Clock clock;

    /**
     * Places an order under a new id. Reads neither table nor log.
     *
     * @return see {@link OrderLog#append(Order)}
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order) {
        return log.append(Order.pending(ids.next(), order, clock.instant()));
    }

    /**
     * Places an order once, however often the client sends it with this key and to however many instances. The id is made
     * from user and key, so all requests with this key go to one partition, and the first of them is the order. The log is
     * read before the order is appended, and again after it: another request may have come first in between.
     *
     * @return the order in its present state. Fails with {@link IdempotencyKeyReused} if the key belongs to another order,
     *     with {@link ViewBehind} if that cannot be known, and as {@link OrderLog#append(Order, int)} does
     * @throws TotalPriceTooLarge if the total overflows
     */
    public CompletableFuture<Order> place(NewOrder order, IdempotencyKey key) {
        UUID id = ids.of(order.userId(), key);
        Order pending = Order.pending(id, order, clock.instant());
        return lookup.find(id)
                .thenCompose(found ->
                        found.order().isPresent() ? CompletableFuture.completedFuture(found) : append(pending, found))
                .thenApply(found -> checked(found, order));
    }

    private CompletableFuture<FoundOrder> append(Order order, FoundOrder absent) {
        int partitions = absent.tail().partitions();
        return log.append(order, partitions)
                .thenCompose(appended -> lookup.findAgain(order.id(), absent))
                .thenApply(found -> requireSamePartitions(found, partitions));
    }

    /** Another instance may have chosen the partition among more partitions. */
    private static FoundOrder requireSamePartitions(FoundOrder found, int partitions) {
        if (found.tail().partitions() != partitions) {
            throw ViewBehind.undecided();
        }
        return found;
    }

    private static Order checked(FoundOrder found, NewOrder wanted) {
        if (found.tail().isContested()) {
            throw ViewBehind.undecided();
        }
        Order order = found.order().orElseThrow(ViewBehind::undecided);
        if (!order.matches(wanted)) {
            throw IdempotencyKeyReused.by(wanted);
        }
        return order;
    }
}
