package io.ordersync.catalog.stock;

import io.ordersync.contract.OrderRecord;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/** Decides orders and their cancellations, each exactly once however often it is delivered. */
@Service
@RequiredArgsConstructor
public class StockKeeper {

    private final StockLedger ledger;
    private final Clock clock;

    /**
     * Decides a batch of requests (orders that are pending or cancelling) in one transaction, in the order of the
     * batch. What has been decided before keeps its outcome and moves no stock.
     *
     * <p>The products are locked before the ledger is read, and each statement reads what was committed before it
     * ({@code READ COMMITTED}): so an instance that was frozen while another one took over its orders sees their
     * outcomes. Two that race for an order that is not in the ledger yet are stopped by the ledger's primary key; the
     * loser rolls back and finds the outcome in its next try.
     *
     * @return the state of each order after its last request in the batch
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    public Collection<OrderRecord> decide(List<OrderRecord> requests) {
        var allocation = new Allocation(
                ledger.lockProducts(distinct(requests, OrderRecord::productId)),
                ledger.lockOutcomes(distinct(requests, OrderRecord::orderId)),
                clock.instant());
        Map<UUID, OrderRecord> outcomes = new LinkedHashMap<>();
        requests.forEach(request -> outcomes.put(request.orderId(), allocation.decide(request)));
        ledger.write(allocation.entry());
        return outcomes.values();
    }

    private static <T> Set<T> distinct(List<OrderRecord> requests, Function<OrderRecord, T> property) {
        return requests.stream().map(property).collect(Collectors.toSet());
    }
}
