package io.ordersync.connect.source.mode;

import io.ordersync.connect.source.ids.IncrementingReader;
import io.ordersync.connect.source.table.Relation;
import io.ordersync.connect.source.times.TimestampReader;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks an offset that somebody sets through the worker's REST interface. */
public final class StoredOffset {

    private static final Set<String> TABLE = Set.of(Relation.DATABASE, Relation.TABLE);
    private static final Set<String> QUERY = Set.of(Relation.QUERY);

    private StoredOffset() {}

    /**
     * @param offset null to begin at the start
     * @throws IllegalArgumentException if no task could continue from it
     */
    public static void check(Map<String, ?> partition, @Nullable Map<String, ?> offset) {
        if (!partition.keySet().equals(TABLE) && !partition.keySet().equals(QUERY)) {
            throw new IllegalArgumentException(
                    "The partition must be {\"database\": …, \"table\": …} or {\"query\": \"query\"}," + " but it is "
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
