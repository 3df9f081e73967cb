package io.ordersync.catalog.stock;

import io.ordersync.catalog.Product;
import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The stock and the outcome of every decided order. Both change in one transaction. */
public interface StockLedger {

    /**
     * Locks products until the transaction ends. It locks them in the order of their ids, so that two transactions
     * cannot wait for each other.
     *
     * @return the products that exist, by id
     */
    Map<String, Product> lockProducts(Collection<String> productIds);

    /** Locks the outcomes of the orders that were decided before, and returns them by order id. */
    Map<UUID, OrderRecord> lockOutcomes(Collection<UUID> orderIds);

    void write(LedgerEntry entry);
}
