package io.ordersync.connect.sink.config;

import java.util.Locale;

/** What a record does to a row that is already there. */
public enum InsertMode {
    /** Nothing: a second row with the same key is refused. */
    INSERT,
    /** Replaces its values. */
    UPSERT;

    static InsertMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
