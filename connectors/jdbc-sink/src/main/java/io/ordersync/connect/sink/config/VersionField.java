package io.ordersync.connect.sink.config;

import java.util.Map;

/**
 * The field that orders the states of a row.
 *
 * @param isOffset whether a transformation fills it with the offset of the record; then a tombstone, which has no fields,
 *     has a version too
 * @param keepsTies whether a row stays as it is if its version equals that of the record
 */
public record VersionField(String name, boolean isOffset, boolean keepsTies) {

    static VersionField of(String name, boolean keepsTies, Map<String, String> options) {
        boolean isOffset = options.entrySet().stream()
                .filter(option -> option.getKey().matches("transforms\\..+\\.offset\\.field"))
                .anyMatch(option -> option.getValue().replaceAll("[!?]$", "").equals(name));
        return new VersionField(name, isOffset, keepsTies);
    }

    /** The same version in a column, which may spell the name in another way. */
    public VersionField inColumn(String column) {
        return new VersionField(column, isOffset, keepsTies);
    }
}
