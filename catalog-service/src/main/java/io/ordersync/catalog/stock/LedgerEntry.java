package io.ordersync.catalog.stock;

import io.ordersync.contract.OrderRecord;
import java.util.Collection;
import java.util.Map;

/**
 * What one batch does to the ledger.
 *
 * @param moved pieces by which each product's stock changes: below 0 for what orders take, above for what
 *     cancellations give back
 * @param added outcomes of orders that had none
 * @param changed outcomes that replace an earlier one of the same order
 */
public record LedgerEntry(Map<String, Long> moved, Collection<OrderRecord> added, Collection<OrderRecord> changed) {}
