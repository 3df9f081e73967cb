package io.ordersync.catalog.stock;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import io.ordersync.contract.OrderStatus;
import io.ordersync.contract.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides one batch of requests, one after another, against the locked stock and the outcomes in the ledger. An outcome
 * is final, with one exception: a confirmed order can still be cancelled.
 */
final class Allocation {

    private final Map<String, Product> products;
    private final Map<UUID, OrderRecord> outcomes;
    private final Instant now;
    private final Map<UUID, OrderRecord> added = new LinkedHashMap<>();
    private final Map<UUID, OrderRecord> changed = new LinkedHashMap<>();
    private final Map<String, Long> moved = new HashMap<>();

    Allocation(Map<String, Product> products, Map<UUID, OrderRecord> outcomes, Instant now) {
        this.products = products;
        this.outcomes = new HashMap<>(outcomes);
        this.now = now;
    }

    /**
     * Decides a request and returns the new state of its order. A replayed outcome is answered from the ledger, or
     * returned unchanged if the ledger does not have the order.
     */
    OrderRecord decide(OrderRecord request) {
        OrderRecord known = outcomes.get(request.orderId());
        OrderRecord outcome = switch (request.status()) {
            case PENDING -> known == null ? allocate(request) : known;
            case CANCELLING -> cancel(request, known);
            case CONFIRMED, REJECTED, CANCELLED -> known == null ? request : known;
        };
        if (outcome != known && outcome != request) {
            keep(outcome, known == null);
        }
        return outcome;
    }

    private void keep(OrderRecord outcome, boolean isNew) {
        outcomes.put(outcome.orderId(), outcome);
        (isNew || added.containsKey(outcome.orderId()) ? added : changed).put(outcome.orderId(), outcome);
    }

    /** Returns the changes of the batch. The transaction that holds the locks must write all of them. */
    LedgerEntry entry() {
        return new LedgerEntry(moved, added.values(), changed.values());
    }

    /** A cancellation may arrive before its order. It is decided too, and the order is cancelled when it arrives. */
    private OrderRecord cancel(OrderRecord request, @Nullable OrderRecord known) {
        if (known == null) {
            return request.become(OrderStatus.CANCELLED, null, now);
        }
        if (known.status() != OrderStatus.CONFIRMED) {
            return known;
        }
        moved.merge(known.productId(), (long) known.qty(), Long::sum);
        return known.become(OrderStatus.CANCELLED, null, now);
    }

    private OrderRecord allocate(OrderRecord order) {
        Product product = products.get(order.productId());
        if (product == null) {
            return rejected(order, Reason.UNKNOWN_PRODUCT);
        }
        if (product.unitPrice() != order.unitPrice()) {
            return rejected(order, Reason.PRICE_CHANGED);
        }
        if (product.stock() + moved.getOrDefault(product.id(), 0L) < order.qty()) {
            return rejected(order, Reason.OUT_OF_STOCK);
        }
        moved.merge(product.id(), (long) -order.qty(), Long::sum);
        return order.become(OrderStatus.CONFIRMED, null, now);
    }

    private OrderRecord rejected(OrderRecord order, Reason reason) {
        return order.become(OrderStatus.REJECTED, reason.name(), now);
    }
}
