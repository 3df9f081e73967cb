package io.ordersync.connect.sink.config;

import java.util.List;

/**
 * Which values form the primary key.
 *
 * @param mode the part of the record that holds them
 * @param fields their names; empty for all fields of a struct
 */
public record KeyConfig(KeyMode mode, List<String> fields) {

    static final List<String> COORDINATES = List.of("__connect_topic", "__connect_partition", "__connect_offset");

    public KeyConfig {
        fields = mode == KeyMode.KAFKA && fields.isEmpty() ? COORDINATES : List.copyOf(fields);
    }
}
