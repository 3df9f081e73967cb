package io.ordersync.catalog.stock;

import io.ordersync.contract.OrderRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Decides orders, each exactly once however often it is delivered. */
@Service
@RequiredArgsConstructor
public class StockKeeper {

    private final StockLedger ledger;
    private final Clock clock;

    /**
     * Decides a batch of pending orders in one transaction. An order that has been decided before keeps its outcome and
     * moves no stock.
     *
     * <p>The products are locked before the ledger is read, and each statement reads what was committed before it
     * ({@code READ COMMITTED}): so an instance that was frozen while another one took over its orders sees their
     * outcomes. Two that race for an order of an unknown product, where there is nothing to lock, are stopped by the
     * ledger's primary key; the loser rolls back and finds the outcome in its next try.
     *
     * @return one outcome for each order, in the order of the batch
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public List<OrderRecord> decide(List<OrderRecord> pending) {
        var allocation = new Allocation(ledger.lock(distinct(pending, OrderRecord::productId)), clock.instant());
        Map<UUID, OrderRecord> outcomes = new HashMap<>(ledger.outcomes(distinct(pending, OrderRecord::orderId)));
        List<OrderRecord> decided = new ArrayList<>();
        for (OrderRecord order : pending) {
            outcomes.computeIfAbsent(order.orderId(), id -> {
                OrderRecord outcome = allocation.decide(order);
                decided.add(outcome);
                return outcome;
            });
        }
        ledger.commit(allocation.taken(), decided);
        return distinct(pending, OrderRecord::orderId).stream()
                .map(outcomes::get)
                .toList();
    }

    private static <T> Set<T> distinct(List<OrderRecord> orders, Function<OrderRecord, T> property) {
        return orders.stream().map(property).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
