package io.ordersync.connect.sink.plan;

import java.math.BigDecimal;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record ready to be written.
 *
 * @param record the record it was made from
 * @param plan the statement that writes it
 * @param values the parameters of the statement, in order
 * @param key the key if the database takes no other key for the same (see {@link KeyEquality}), otherwise null
 * @param size the bytes that the values take in a statement
 */
public record Row(
        SinkRecord record,
        WritePlan plan,
        @Nullable Object[] values,
        @Nullable Object key,
        long size) {

    /** Whether nothing of an earlier row with the same key remains: a record may lack columns that an earlier one has. */
    boolean replaces(Row earlier) {
        return plan == earlier.plan || plan.isDelete();
    }

    /** Whether the version of an earlier row with the same key is greater, or equal and equal versions keep the row. */
    boolean yieldsTo(Row other) {
        int bound = plan.keepsTies() ? 1 : 0;
        Object version = plan.version(values);
        Object otherVersion = other.plan.version(other.values);
        return version instanceof Number number && otherVersion instanceof Number otherNumber
                ? new BigDecimal(number.toString()).compareTo(new BigDecimal(otherNumber.toString())) < bound
                : version instanceof String text
                        && otherVersion instanceof String otherText
                        && text.compareTo(otherText) < bound;
    }
}
