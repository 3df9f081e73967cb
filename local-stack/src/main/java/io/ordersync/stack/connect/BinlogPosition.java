package io.ordersync.stack.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A place in the binary log of a MariaDB server. */
public record BinlogPosition(String file, long offset) {

    /**
     * The position up to which a source has read the binary log; empty if it has not begun.
     *
     * @param offsets the source's offsets from the worker
     */
    public static Optional<BinlogPosition> committed(JsonNode offsets) {
        JsonNode offset = offsets.at("/0/offset");
        return offset.hasNonNull("file")
                ? Optional.of(new BinlogPosition(
                        offset.get("file").asText(), offset.get("pos").asLong()))
                : Optional.empty();
    }
}
