package io.ordersync.connect.source.config;

import java.util.Locale;
import java.util.stream.Stream;

/** How a poll finds the rows to send. */
public enum Mode {
    /** Each poll sends all rows. */
    BULK,
    /** A poll sends the rows with new ids. */
    INCREMENTING,
    /** A poll sends the rows with a new time of change; rows of equal times are ordered by the primary key. */
    TIMESTAMP,
    /** The same, but rows of equal times are ordered by the incrementing column. */
    TIMESTAMP_INCREMENTING;

    static final String[] OPTIONS = {"bulk", "incrementing", "timestamp", "timestamp+incrementing"};

    static Mode of(String option) {
        return valueOf(option.toUpperCase(Locale.ROOT).replace('+', '_'));
    }

    public boolean usesTimestamps() {
        return this == TIMESTAMP || this == TIMESTAMP_INCREMENTING;
    }

    public boolean usesIds() {
        return this == INCREMENTING || this == TIMESTAMP_INCREMENTING;
    }

    /** Returns the mode as the configuration spells it. */
    public String option() {
        return Stream.of(OPTIONS)
                .filter(option -> of(option) == this)
                .findFirst()
                .orElseThrow();
    }
}
