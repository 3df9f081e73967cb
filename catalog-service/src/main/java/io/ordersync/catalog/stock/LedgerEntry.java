package io.ordersync.catalog.stock;

import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.Map;

/**
 * The changes that one batch makes to the ledger.
 *
 * @param moved the change of each product's stock in pieces: negative if orders took more than cancellations gave back
 * @param added outcomes of orders that had no outcome
 * @param changed outcomes that replace an earlier outcome of the same order
 */
public record LedgerEntry(Map<String, Long> moved, Collection<OrderRecord> added, Collection<OrderRecord> changed) {}
