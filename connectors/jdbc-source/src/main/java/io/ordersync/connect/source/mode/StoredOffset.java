package io.ordersync.connect.source.mode;

import io.ordersync.connect.source.ids.IncrementingReader;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.times.TimestampReader;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks an offset that somebody sets through the worker's REST interface. */
public final class StoredOffset {

    /** In this order, because the worker compares partitions as texts. */
    private static final List<String> TABLE = List.of(Relation.DATABASE, Relation.TABLE);

    private static final List<String> QUERY = List.of(Relation.QUERY);

    private StoredOffset() {}

    /**
     * @param offset null to begin at the start
     * @throws IllegalArgumentException if no task could continue from it
     */
    public static void check(Map<String, ?> partition, @Nullable Map<String, ?> offset) {
        List<String> names = List.copyOf(partition.keySet());
        if (!names.equals(TABLE) && !names.equals(QUERY)) {
            throw new IllegalArgumentException(
                    "The partition must be {\"database\": …, \"table\": …}, in this order, or {\"query\": \"query\"}, but it is "
                            + partition);
        }
        if (offset == null) {
            return;
        }
        try {
            IncrementingReader.checkOffset(offset);
            TimestampReader.checkOffset(offset);
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The offset of " + partition + " is not valid: " + offset, e);
        }
    }
}
