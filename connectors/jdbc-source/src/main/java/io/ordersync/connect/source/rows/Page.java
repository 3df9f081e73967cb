package io.ordersync.connect.source.rows;

import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * The records of one read.
 *
 * @param isLast whether the table has been read to its end, so that the next read may wait
 * @param isDiscarded whether the records are only there so that the worker can abort its transaction
 */
public record Page(List<SourceRecord> records, boolean isLast, boolean isDiscarded) {

    public static final Page EMPTY = new Page(List.of(), true);

    public Page(List<SourceRecord> records, boolean isLast) {
        this(records, isLast, false);
    }
}
