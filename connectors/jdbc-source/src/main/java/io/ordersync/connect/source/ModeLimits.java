package io.ordersync.connect.source;

import io.ordersync.connect.source.config.SourceConfig;

/** Says what a mode cannot see. */
final class ModeLimits {

    private static final String CDC = " Change data capture sees them: use the source that reads the binary log";

    private ModeLimits() {}

    static String of(SourceConfig config) {
        return switch (config.mode()) {
            case BULK ->
                "Each poll sends all rows; a deleted row is missing in the next poll." + CDC.replace("them", "changes");
            case INCREMENTING -> "Updates and deletes are not seen." + CDC;
            case TIMESTAMP, TIMESTAMP_INCREMENTING ->
                "Deletes, and updates that leave the time of change as it is, are not seen." + CDC;
        };
    }
}
