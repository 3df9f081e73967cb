package io.ordersync.connect.sink.config;

import java.util.Locale;

/** How a record affects a row that has its key. */
public enum InsertMode {
    /** The record is refused. */
    INSERT,
    /** The record replaces the values of the row. */
    UPSERT,
    /** The record replaces the values of the row; a record without a row changes nothing. */
    UPDATE;

    private static final String MULTI = "multi";

    /** Another sink calls the insert of several rows at once multi; every insert of this sink is one. */
    static InsertMode of(String option) {
        return option.equalsIgnoreCase(MULTI) ? INSERT : valueOf(option.toUpperCase(Locale.ROOT));
    }
}
