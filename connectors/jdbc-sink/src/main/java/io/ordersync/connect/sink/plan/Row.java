package io.ordersync.connect.sink.plan;

import java.math.BigDecimal;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be written.
 *
 * @param record where it comes from
 * @param plan the statement that writes it
 * @param values the statement's parameters in order
 * @param key its primary key, or null if rows have none
 * @param size the bytes that the values take in a statement
 */
public record Row(
        SinkRecord record,
        WritePlan plan,
        @Nullable Object[] values,
        @Nullable Object key,
        long size) {

    /** Whether both carry a version, and this one's is smaller. */
    boolean isOlderThan(Row other) {
        Object mine = plan.version(values);
        Object theirs = other.plan.version(other.values);
        return mine instanceof Number small && theirs instanceof Number great
                ? new BigDecimal(small.toString()).compareTo(new BigDecimal(great.toString())) < 0
                : mine instanceof String text && theirs instanceof String later && text.compareTo(later) < 0;
    }
}
