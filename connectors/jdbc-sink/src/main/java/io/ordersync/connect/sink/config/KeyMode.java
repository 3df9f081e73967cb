package io.ordersync.connect.sink.config;

import java.util.Locale;

/** The part of a record that holds the values of the primary key. */
public enum KeyMode {
    NONE,
    /** The topic, the partition and the offset of the record. */
    KAFKA,
    RECORD_KEY,
    RECORD_VALUE;

    static KeyMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
