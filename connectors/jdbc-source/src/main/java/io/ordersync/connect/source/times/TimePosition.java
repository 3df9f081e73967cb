package io.ordersync.connect.source.times;

import io.ordersync.connect.source.table.KeyColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a table has been read by its times of change.
 *
 * @param time the time of the last row as the column holds it, or null if none has been read
 * @param key the key of that row, as texts; empty if all rows with that time have been read
 */
record TimePosition(@Nullable String time, List<String> key) {

    static final String TIME = "timestamp";
    static final String KEY = "key.";

    static final TimePosition START = new TimePosition(null, List.of());

    /** If the columns of the key have changed since, the rows of the last time are read again. */
    static TimePosition of(Map<String, ?> offset, List<KeyColumn> columns) {
        Object time = offset.get(TIME);
        if (time == null) {
            return START;
        }
        List<String> key = new ArrayList<>();
        for (KeyColumn column : columns) {
            Object value = offset.get(KEY + column.name());
            if (value != null) {
                key.add(value.toString());
            }
        }
        return new TimePosition(time.toString(), key);
    }

    Map<String, Object> toOffset(List<KeyColumn> columns) {
        Map<String, Object> offset = new HashMap<>();
        if (time != null) {
            offset.put(TIME, time);
            for (int i = 0; i < key.size(); i++) {
                offset.put(KEY + columns.get(i).name(), key.get(i));
            }
        }
        return offset;
    }
}
