package io.ordersync.connect.sink;

import java.util.Locale;

/** Where the values of the primary key come from. */
enum KeyMode {
    NONE,
    RECORD_KEY,
    RECORD_VALUE;

    static KeyMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
