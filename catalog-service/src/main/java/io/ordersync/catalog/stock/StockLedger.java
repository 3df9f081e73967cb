package io.ordersync.catalog.stock;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Stock and the outcome of every decided order, kept together: both change in one transaction or not at all. */
public interface StockLedger {

    /**
     * Locks products until the transaction ends, in the order of their ids, so that two transactions cannot wait for
     * each other.
     *
     * @return those that exist, by id
     */
    Map<String, Product> lockProducts(Collection<String> productIds);

    /** Locks the outcomes of those of these orders that have been decided, and returns them by order id. */
    Map<UUID, OrderRecord> lockOutcomes(Collection<UUID> orderIds);

    void write(LedgerEntry entry);
}
