package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.RefusedRecord;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The numbers of rows that a transaction has written so far.
 *
 * @param upserted rows sent by inserts and upserts
 * @param deleted rows deleted
 * @param stale rows among those sent that changed nothing because the stored ones are newer
 * @param staged rows among those sent that a temporary table has held
 */
record RowCounts(long upserted, long deleted, long stale, long staged) {

    static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

    RowCounts plusUpserts(int rows, long newStale) {
        return new RowCounts(upserted + rows, deleted, stale + newStale, staged);
    }

    RowCounts plusStaged(int rows) {
        return new RowCounts(upserted, deleted, stale, staged + rows);
    }

    RowCounts plusDeletes(int[] affected) {
        int rows = IntStream.of(affected).filter(count -> count > 0).sum();
        return new RowCounts(upserted, deleted + rows, stale, staged);
    }

    RowCounts plus(RowCounts other) {
        return new RowCounts(
                upserted + other.upserted, deleted + other.deleted, stale + other.stale, staged + other.staged);
    }

    WriteResult result(List<RefusedRecord> refused) {
        return new WriteResult(refused, upserted - stale, deleted, stale, staged);
    }
}
