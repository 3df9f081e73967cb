package io.ordersync.connect.source.ids;

import java.util.List;
import org.apache.kafka.connect.data.Struct;

/** A row and its id. A query may return several rows with one id. */
record IdRow(long id, Struct value) {

    /** Whether the row at an index is the last one with its id. */
    static boolean isLastOfId(List<IdRow> rows, int index) {
        return index == rows.size() - 1
                || rows.get(index + 1).id() != rows.get(index).id();
    }

    /** Returns the rows without those of the last id, some of which may be behind the end of the page. */
    static List<IdRow> withoutLastId(List<IdRow> rows) {
        long last = rows.get(rows.size() - 1).id();
        return rows.stream().takeWhile(row -> row.id() != last).toList();
    }
}
