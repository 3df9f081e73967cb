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

/** Decides each order and each cancellation once, even if it is delivered more than once. */
@Service
@RequiredArgsConstructor
class StockKeeper {

    private final StockLedger ledger;
    private final Clock clock;

    /**
     * Decides a batch of requests (orders that are pending or cancelling) in one transaction, in the order of the
     * batch. An order that was decided before keeps its outcome and moves no stock.
     *
     * <p>The products are locked before the ledger is read, and each statement reads the data that was committed before
     * it ({@code READ COMMITTED}). So an instance that was frozen while another instance took over its orders sees their
     * outcomes. If two instances decide an order that is not in the ledger yet, the ledger's primary key stops the
     * second one; it rolls back and finds the outcome in its next attempt.
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
