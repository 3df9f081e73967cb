package io.ordersync.connect.sink.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A primary key or another unique index.
 *
 * @param columns the names of its columns as the table spells them
 * @param isPartial whether it covers only the beginning of a column
 */
public record UniqueIndex(String name, List<String> columns, boolean isPartial) {

    UniqueIndex plus(UniqueIndex part) {
        return new UniqueIndex(
                name, Stream.concat(columns.stream(), part.columns.stream()).toList(), isPartial || part.isPartial);
    }
}
