package io.ordersync.connect.sink.config;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the sink writes records.
 *
 * @param deleteEnabled whether a tombstone deletes the row of its key
 * @param tombstonesSkipped whether a tombstone is left out if it deletes nothing; otherwise it is refused
 * @param fields the fields of the value to write; empty for all
 * @param excluded the fields of the value not to write
 * @param replaceNull whether the default of an optional field replaces null
 * @param version the field that orders the states of a row, or null if there is none
 * @param batchSize the largest number of records in one transaction
 * @param staging whether large batches may be staged in a temporary table
 */
public record WriteConfig(
        InsertMode insertMode,
        boolean deleteEnabled,
        boolean tombstonesSkipped,
        Set<String> fields,
        Set<String> excluded,
        boolean replaceNull,
        @Nullable VersionField version,
        int batchSize,
        boolean staging) {

    /** Whether tombstones are left out. */
    public boolean skipsTombstones() {
        return !deleteEnabled && tombstonesSkipped;
    }

    /** Whether the field of the value is to be written. */
    public boolean includes(String field) {
        return (fields.isEmpty() || fields.contains(field)) && !excluded.contains(field);
    }
}
