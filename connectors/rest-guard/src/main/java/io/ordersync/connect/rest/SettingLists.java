package io.ordersync.connect.rest;

import java.util.Map;
import java.util.stream.Stream;

/** Reads settings of a worker. */
final class SettingLists {

    private SettingLists() {}

    /** The entries of a list with commas, or none if the setting is missing or empty. */
    static Stream<String> entries(Map<String, ?> settings, String name) {
        Object value = settings.get(name);
        return value == null
                ? Stream.of()
                : Stream.of(value.toString().split(",")).map(String::strip).filter(entry -> !entry.isEmpty());
    }
}
