package io.ordersync.stack.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How far a polling source has read its tables. */
public final class PolledPosition {

    private PolledPosition() {}

    /**
     * One text for each table, such as {@code mydb.users up to 1200}; none if the source has sent nothing, or polls no table.
     *
     * @param offsets the source's offsets from the worker
     */
    public static List<String> committed(JsonNode offsets) {
        return StreamSupport.stream(offsets.spliterator(), false)
                .flatMap(entry -> text(entry.path("partition"), entry.path("offset")).stream())
                .toList();
    }

    private static Optional<String> text(JsonNode partition, JsonNode offset) {
        return Stream.of("timestamp", "incrementing")
                .filter(offset::hasNonNull)
                .findFirst()
                .map(last -> "%s up to %s"
                        .formatted(name(partition), offset.get(last).asText()));
    }

    private static String name(JsonNode partition) {
        return partition.has("table")
                ? partition.path("database").asText() + "."
                        + partition.path("table").asText()
                : "the query";
    }
}
