package io.ordersync.connect.sink.config;

import java.util.Map;

/**
 * The field that orders the states of a row.
 *
 * @param isOffset whether a transformation fills it with the offset of the record; then a tombstone, which has no fields,
 *     has a version too
 */
public record VersionField(String name, boolean isOffset) {

    static VersionField of(String name, Map<String, String> options) {
        boolean isOffset = options.entrySet().stream()
                .filter(option -> option.getKey().matches("transforms\\..+\\.offset\\.field"))
                .anyMatch(option -> option.getValue().replaceAll("[!?]$", "").equals(name));
        return new VersionField(name, isOffset);
    }
}
