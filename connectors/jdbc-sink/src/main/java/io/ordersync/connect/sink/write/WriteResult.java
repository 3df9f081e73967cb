package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.RefusedRecord;
import java.util.List;

/**
 * The result of writing a batch.
 *
 * @param refused the records that could not be stored; all others are committed
 * @param written rows inserted or updated
 * @param deleted rows deleted
 * @param stale rows not changed because they were newer than their record
 * @param staged rows among them that were staged in a temporary table
 */
public record WriteResult(List<RefusedRecord> refused, long written, long deleted, long stale, long staged) {}
