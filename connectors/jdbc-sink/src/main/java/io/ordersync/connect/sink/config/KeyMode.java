package io.ordersync.connect.sink.config;

import java.util.Locale;

/** Where the values of the primary key come from. */
public enum KeyMode {
    NONE,
    RECORD_KEY,
    RECORD_VALUE;

    static KeyMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
