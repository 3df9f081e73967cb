package io.ordersync.connect.sink.config;

import java.util.Locale;

/** How a record affects a row that has its key. */
public enum InsertMode {
    /** The record is refused. */
    INSERT,
    /** The record replaces the values of the row. */
    UPSERT;

    static InsertMode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT));
    }
}
