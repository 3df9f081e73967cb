package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.RefusedRecord;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param refusals the records that could not be stored; everything else is committed
 * @param written rows inserted or updated
 * @param deleted rows deleted
 * @param stale rows left alone because they were newer than their record
 */
public record WriteResult(List<RefusedRecord> refusals, long written, long deleted, long stale) {}
