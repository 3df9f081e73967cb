package io.ordersync.connect.sink.write;

import io.ordersync.connect.sink.plan.RefusedRecord;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows a transaction has written so far.
 *
 * @param upserted rows sent by inserts and upserts
 * @param deleted rows that were there and are not any more
 * @param stale rows among those sent that were left alone because the stored ones are newer
 */
record RowCounts(long upserted, long deleted, long stale) {

    static final RowCounts NONE = new RowCounts(0, 0, 0);

    RowCounts plusUpserts(int rows, long left) {
        return new RowCounts(upserted + rows, deleted, stale + left);
    }

    RowCounts plusDeletes(int[] affected) {
        int rows = IntStream.of(affected).filter(count -> count > 0).sum();
        return new RowCounts(upserted, deleted + rows, stale);
    }

    WriteResult outcome(List<RefusedRecord> refusals) {
        return new WriteResult(refusals, upserted - stale, deleted, stale);
    }
}
